import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { limits } from '../../protocol/limits.ts';
import { stuckMs } from '../../server/queues/SlotQueue.ts';
import { shareOfOne } from '../../server/queues/shareOfOne.ts';
import { graceMs } from '../../server/sessions/SessionLife.ts';
import { addressBudget, addressBytes, messageCosts, sessionBudget } from '../../server/ws/messageCosts.ts';
import { bounds, margins } from '../abuse/support/harmDone.ts';

const text = readFileSync('docs/security.md', 'utf8').replace(/\s+/g, ' ');
const MiB = limits.clientFrameBytes;
const perSecond = (budget: { perSecond: number }) => budget.perSecond / messageCosts['objects.ask'];

it.each([
  ['what a neighbour’s Run may take', `takes over ${bounds.runMs / 1000} s, or doesn't end with \`ok\``],
  ['what health may take', `takes over ${bounds.healthMs / 1000} s or answers anything but 200`],
  ['how long the event loop may be blocked', `event loop is blocked for over ${bounds.delayMs / 1000} s`],
  [
    'what may be kept',
    `over ${margins.rssMb} MB of memory, ${margins.descriptors} descriptors, or a container`,
  ],
  ['when a page counts as gone', `| ${graceMs / 1000} s while others wait`],
  ['processes of a session', `about ${perSecond(sessionBudget)} per second of one session`],
  ['processes of an address', `about ${perSecond(addressBudget)} per second of one address`],
  ['when builds count as stuck', `if no build ends or begins for ${stuckMs / 1000} s`],
  [
    'bytes of an address',
    `${addressBytes.burst / MiB} MiB at once, then ${addressBytes.perSecond / MiB} MiB per second`,
  ],
])('docs/security.md states %s as the code has it', (_what, stated) => {
  expect(text).toContain(stated);
});

it('docs/security.md states what share one address has', () => {
  expect(shareOfOne(100)).toBe(75);
  expect(text).toContain('three quarters of `PLAYGROUND_CONNECTIONS`');
});
