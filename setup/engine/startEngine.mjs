import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from '../process/runCommand.mjs';
import { findEngine } from './findEngine.mjs';

const logFile = '/var/log/pgrx-playground-dockerd.log';

/** The longest that `dockerd` was seen to need on two busy cores is 8 s. */
const startSeconds = 60;

/**
 * Starts the Engine as the service that it is: by systemd where that runs, else as a process of its own that outlives
 * the playground. Where the kernel lets nobody set up iptables, it is started without: sessions have no network anyway.
 * Returns `{ endpoint, version, how }` or `{ reason }`.
 */
export async function startEngine(dockerd, hasSystemd, say) {
  if (hasSystemd) {
    const { code, output } = await runCommand('systemctl', ['start', 'docker'], { say });
    if (code !== 0) return { reason: `systemctl start docker: ${output.trim()}` };
    return waitForEngine(() => null, 'with systemctl; stop it with `systemctl stop docker`');
  }
  const first = await startProcess(dockerd, [], say);
  if (!first.reason || !/iptables|nf_tables/i.test(first.reason)) return first;
  return startProcess(dockerd, ['--iptables=false', '--ip6tables=false', '--bridge=none'], say);
}

async function startProcess(dockerd, args, say) {
  say(`starting dockerd ${args.join(' ')}`);
  const log = openSync(logFile, 'w');
  const child = spawn(dockerd, args, { detached: true, stdio: ['ignore', log, log], cwd: '/' });
  closeSync(log);
  let ended = null;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code) => (ended = `dockerd exited with ${code}: ${endOfLog()}`));
  child.unref();
  return waitForEngine(
    () => ended,
    `as process ${child.pid}; it keeps running when the playground stops; stop it with \`kill ${child.pid}\``,
  );
}

async function waitForEngine(ended, how) {
  const until = performance.now() + startSeconds * 1000;
  while (performance.now() < until) {
    const found = await findEngine();
    if (found.endpoint) return { ...found, how };
    if (ended()) return { reason: ended() };
    await sleep(200);
  }
  return { reason: `the Engine didn't respond within ${startSeconds} s; see its log, ${logFile}` };
}

const endOfLog = () => readFileSync(logFile, 'utf8').trim().split('\n').slice(-3).join(' ').slice(-400);
