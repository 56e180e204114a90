import type { AbuseServer } from '../abuse/support/abuseServer.ts';
import { leftOver } from '../abuse/support/harmDone.ts';
import { collectGarbage, type ServerLook, serverLook } from '../abuse/support/serverLook.ts';
import { within } from '../abuse/support/within.ts';
import type { Met } from './honestUser.ts';

interface Soaked {
  before: ServerLook;
  met: Met;
  worstHealth: number;
  unwell: number;
  worstDelay: number;
  settleMs: number;
}

/** What a soak may show at the most, where three attack and two work on two cores. In milliseconds. */
const mostHealthMs = 1000;
const mostDelayMs = 500;

/** How a soak has ended: the figures, and what is off. */
export async function soakVerdict(
  server: AbuseServer,
  soaked: Soaked,
): Promise<{ ok: boolean; lines: string[] }> {
  const { before, met, worstHealth, unwell, worstDelay, settleMs } = soaked;
  const { child, output } = server.process;
  if (child.exitCode !== null || child.signalCode !== null)
    return { ok: false, lines: [`The server died:\n${output.slice(-3000)}`] };
  const left = await within(settleMs, async () => {
    await collectGarbage(server);
    const now = await serverLook(server);
    const more = (['sessions', 'sockets'] as const).filter((what) => now[what] > before[what]);
    return [
      ...leftOver(before, now),
      ...more.map((what) => `${what} went from ${before[what]} to ${now[what]}.`),
    ];
  });
  const after = await serverLook(server);
  const off = [
    ...left,
    ...met.failures.slice(0, 10).map((failure) => `An honest user met with: ${failure}`),
    ...(met.runs.length === 0 ? ['No honest run was made.'] : []),
    ...(unwell > 0 ? [`Health was not 200 ${unwell} times.`] : []),
    ...(worstHealth > mostHealthMs ? [`Health took over ${mostHealthMs} ms.`] : []),
    ...(worstDelay > mostDelayMs ? [`The event loop was held up for over ${mostDelayMs} ms.`] : []),
  ];
  const of = (share: number) =>
    (met.runs.toSorted((a, b) => a - b)[Math.floor(met.runs.length * share)] ?? 0).toFixed(0);
  const pair = (what: keyof ServerLook) => `${before[what].toFixed(0)} to ${after[what].toFixed(0)}`;
  return {
    ok: off.length === 0,
    lines: [
      `Honest runs: ${met.runs.length}, p50 ${of(0.5)} ms, p99 ${of(0.99)} ms; failures ${met.failures.length}.`,
      `Health at worst ${worstHealth.toFixed(0)} ms; event loop at worst ${worstDelay.toFixed(0)} ms.`,
      `RSS ${pair('rssMb')} MB, descriptors ${pair('descriptors')}, containers ${pair('containers')}, sessions ${pair('sessions')}, sockets ${pair('sockets')}.`,
      ...off.map((line) => `OFF: ${line}`),
      off.length === 0 ? 'All is as it was.' : `${off.length} things are off.`,
    ],
  };
}
