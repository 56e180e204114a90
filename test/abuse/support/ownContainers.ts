import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ownerLabel } from '../../../server/ports/labels.ts';

const run = promisify(execFile);

/** The ids of the containers of one server, running or not. */
export async function ownContainers(instance: string): Promise<string[]> {
  const { stdout } = await run('docker', ['ps', '-aq', '--filter', `label=${ownerLabel}=${instance}`]);
  return stdout.split('\n').filter(Boolean);
}

export async function removeContainers(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await run('docker', ['rm', '-f', ...ids]);
}
