import { expect, it } from 'vitest';
import { initialSession } from '../../session/state/initialSession.ts';
import { connectionText } from './connectionText.ts';
import { sleepText } from './sleepText.ts';

it('says how the page stands to its container, and what to do', () => {
  const open = { ...initialSession, connection: { state: 'open' } as const };
  expect(connectionText(initialSession, 0).text).toBe('Connecting…');
  expect(connectionText({ ...open, container: 'ready' }, 0).tone).toBe('ready');
  expect(connectionText({ ...open, container: 'queued', position: 4 }, 0).text).toContain('number 4');
  expect(connectionText({ ...open, ended: 'idle' }, 0).text).toContain('idle');
  expect(connectionText({ ...open, ended: 'away' }, 0).text).toContain('closed or offline');
  const lost = { ...initialSession, connection: { state: 'reconnecting', nextTryAt: 3500 } as const };
  expect(connectionText(lost, 0)).toMatchObject({
    text: 'Connection lost, retrying in 4 s',
    action: 'retry',
  });
  expect(connectionText(lost, 9000).text).toContain('retrying now');
});

it('counts down to the end of the container, by whichever comes first', () => {
  const awake = {
    ...initialSession,
    container: 'ready' as const,
    idleEndsAt: 14.5 * 60_000,
    ageEndsAt: 3.6e7,
  };
  expect(sleepText(initialSession, 0)).toBeNull();
  expect(sleepText(awake, 0)).toEqual({ text: 'Stops in 14 min if idle', soon: false, canKeepAwake: true });
  expect(sleepText(awake, 13 * 60_000)).toEqual({
    text: 'Stops in 90 s if idle',
    soon: true,
    canKeepAwake: true,
  });
  expect(sleepText({ ...awake, idleEndsAt: 4e7 }, 0)).toEqual({
    text: 'Container stops in 10 h',
    soon: false,
    canKeepAwake: false,
  });
  expect(sleepText({ ...awake, ending: { reason: 'draining', at: 5000 } }, 0)?.text).toBe(
    'Container stops in 5 s',
  );
  expect(sleepText({ ...awake, ending: { reason: 'needed', at: 5000 } }, 0)).toMatchObject({
    text: 'Container stops in 5 s: others are waiting for a container',
    canKeepAwake: false,
  });
});
