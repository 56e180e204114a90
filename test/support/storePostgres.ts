import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ownerLabel } from '../../server/ports/labels.ts';
import { testImage } from './subject.ts';
import { testOwner } from './testOwner.ts';

const run = promisify(execFile);

/** A Postgres of Debian's package, reachable over TCP, for the tests of the store. */
export interface StorePostgres extends AsyncDisposable {
  /** Makes a new database; its address. */
  emptyDatabase(): Promise<string>;
}

/** The session image has the server; here it listens on a port of this machine alone. */
const start = `
ln -s /opt/pgrx/postgres/lib /opt/pgrx/postgres/extension /install/
initdb -D /tmp/store --username=postgres --auth=trust --no-sync >/dev/null
exec postgres -D /tmp/store -c listen_addresses='*' -c unix_socket_directories=/tmp
`;
const trust = "echo 'host all all all trust' >> /tmp/store/pg_hba.conf && pg_ctl reload -D /tmp/store -s";

export async function startStorePostgres(): Promise<StorePostgres> {
  const label = `${ownerLabel}=${testOwner(`store-${process.pid}`)}`;
  const publish = ['--publish', '127.0.0.1::5432', '--label', label];
  const { stdout } = await run('docker', [
    'run',
    '--detach',
    '--rm',
    ...publish,
    '--entrypoint',
    'sh',
    testImage,
    '-c',
    start,
  ]);
  const id = stdout.trim();
  const psql = (sql: string) =>
    run('docker', ['exec', id, 'psql', '-h', '/tmp', '-qAt', '-d', 'postgres', '-c', sql]);
  await untilItAnswers(psql);
  await run('docker', ['exec', id, 'sh', '-c', trust]);
  const { stdout: port } = await run('docker', ['port', id, '5432']);
  const address = port.trim().split('\n')[0] ?? '';
  let databases = 0;
  return {
    async emptyDatabase() {
      databases += 1;
      await psql(`CREATE DATABASE store_${databases}`);
      return `postgres://postgres@${address}/store_${databases}`;
    },
    async [Symbol.asyncDispose]() {
      await run('docker', ['rm', '--force', id]);
    },
  };
}

async function untilItAnswers(psql: (sql: string) => Promise<unknown>): Promise<void> {
  for (let tries = 100; ; tries -= 1) {
    try {
      await psql('SELECT 1');
      return;
    } catch (error) {
      if (tries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
