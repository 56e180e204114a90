import { describe, expect, it } from 'vitest';
import { settled } from '../../../test/support/fakes/FakeClock.ts';
import { type FakePage, SessionsHarness } from '../../../test/support/sessionsHarness.ts';

const size = { columns: 80, rows: 24 };
const text = (page: FakePage) =>
  page
    .of('terminal.output')
    .map(({ data }) => data)
    .join('');

async function withPsql(): Promise<{ harness: SessionsHarness; page: FakePage }> {
  const harness = await new SessionsHarness().open();
  const page = harness.connect();
  page.session?.handle({ type: 'terminal.open', terminal: 'psql', ...size });
  await settled();
  return { harness, page };
}

describe('the terminal', () => {
  it('[T1] [R6] opens psql once, in a container of its own accord', async () => {
    const { harness, page } = await withPsql();
    expect(text(page)).toContain('on 80 columns');
    page.session?.handle({ type: 'terminal.open', terminal: 'psql', columns: 100, rows: 24 });
    await settled();
    expect(harness.sandbox.executed.filter(([command]) => command === 'psql')).toHaveLength(1);
  });

  it('[T2] numbers its output, and gives it again from any offset on', async () => {
    const { harness, page } = await withPsql();
    page.session?.handle({ type: 'terminal.input', terminal: 'psql', data: 'select 1\r' });
    await settled();
    const whole = text(page);
    let next = 0;
    for (const { offset, data } of page.of('terminal.output')) {
      expect(offset).toBe(next);
      next += data.length;
    }
    page.session?.detach(page);
    const again = harness.connect({ session: page.id, terminalAfter: 7 });
    expect(text(again)).toBe(whole.slice(7));
    expect(again.of('terminal.output')[0]?.offset).toBe(7);
  });

  it('[T3] says that psql has ended, takes no input then, and opens again', async () => {
    const { page } = await withPsql();
    page.session?.handle({ type: 'terminal.input', terminal: 'psql', data: '\\q\r' });
    await settled();
    expect(page.of('terminal.closed')).toEqual([
      { type: 'terminal.closed', terminal: 'psql', message: 'psql exited.' },
    ]);
    const before = text(page);
    page.session?.handle({ type: 'terminal.input', terminal: 'psql', data: 'x' });
    await settled();
    expect(text(page)).toBe(before);
    page.session?.handle({ type: 'terminal.open', terminal: 'psql', ...size });
    await settled();
    expect(text(page).length).toBeGreaterThan(before.length);
  });

  it('[T3] says so when the container goes, and when psql is closed', async () => {
    const { harness, page } = await withPsql();
    page.session?.handle({ type: 'terminal.close', terminal: 'psql' });
    expect(page.of('terminal.closed')).toHaveLength(1);
    page.session?.handle({ type: 'terminal.open', terminal: 'psql', ...size });
    await settled();
    for (const sandbox of harness.sandbox.running) harness.sandbox.lose(sandbox);
    await settled();
    expect(page.of('terminal.closed')[1]?.message).toMatch(/container no longer exists/);
    expect(page.of('terminal.closed')).toHaveLength(2);
  });

  it('[T4] reads no more than the page does', async () => {
    const { harness, page } = await withPsql();
    harness.sandbox.on('psql', async ({ stdout, ended }) => {
      for (let n = 0; n < 20 && !ended.aborted; n += 1) {
        const took = stdout.write('x'.repeat(60_000));
        if (!took) await Promise.race([new Promise((go) => stdout.once('drain', go)), endOf(ended)]);
      }
      await endOf(ended);
      return 0;
    });
    page.session?.handle({ type: 'terminal.close', terminal: 'psql' });
    const { promise, resolve } = Promise.withResolvers<void>();
    page.reading = promise;
    const before = text(page).length;
    page.session?.handle({ type: 'terminal.open', terminal: 'psql', ...size });
    await settled();
    await settled();
    const waiting = text(page).length - before;
    expect(waiting).toBeLessThan(64 * 1024);
    page.reading = Promise.resolve();
    resolve();
    await harness.clock.advance(1_000);
    expect(text(page).length - before).toBe(20 * 60_000);
    page.session?.handle({ type: 'terminal.close', terminal: 'psql' });
    await settled();
  });

  it('rings the bell for input that psql does not read', async () => {
    const { harness, page } = await withPsql();
    harness.sandbox.on('psql', ({ ended }) => endOf(ended).then(() => 0));
    page.session?.handle({ type: 'terminal.close', terminal: 'psql' });
    page.session?.handle({ type: 'terminal.open', terminal: 'psql', ...size });
    await settled();
    for (let n = 0; n < 12; n += 1)
      page.session?.handle({ type: 'terminal.input', terminal: 'psql', data: 'x'.repeat(16 * 1024) });
    await settled();
    expect(text(page)).toContain('\x07');
    page.session?.handle({ type: 'terminal.close', terminal: 'psql' });
    await settled();
  });

  it('says why where psql cannot be started', async () => {
    const { harness, page } = await withPsql();
    page.session?.handle({ type: 'terminal.close', terminal: 'psql' });
    harness.sandbox.execFailures.push({ kind: 'processes', message: 'No process more can be started.' });
    page.session?.handle({ type: 'terminal.open', terminal: 'psql', ...size });
    await settled();
    expect(page.of('terminal.closed').at(-1)?.message).toMatch(/couldn’t be started: No process more/);
  });
});

const endOf = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
