import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ownerLabel } from '../../../server/ports/labels.ts';

const run = promisify(execFile);

/** The ids of the containers of one server, running or not; the mark of its name is one that never runs. */
export const ownContainers = (instance: string) => listed(instance, '-aq');

/** Those that run, of its sessions and of its pool. */
export const runningContainers = (instance: string) => listed(instance, '-q');

async function listed(instance: string, which: '-aq' | '-q'): Promise<string[]> {
  const { stdout } = await run('docker', ['ps', which, '--filter', `label=${ownerLabel}=${instance}`]);
  return stdout.split('\n').filter(Boolean);
}

export async function removeContainers(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await run('docker', ['rm', '-f', ...ids]);
}
