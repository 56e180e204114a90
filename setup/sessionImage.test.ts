import { beforeEach, expect, it, vi } from 'vitest';
import { ensureSessionImage } from './sessionImage.mjs';

beforeEach(() => {
  vi.stubEnv('PLAYGROUND_IMAGE', '');
  return () => vi.unstubAllEnvs();
});

it('builds none where one is named', async () => {
  vi.stubEnv('PLAYGROUND_IMAGE', 'mine:1');
  const build = () => Promise.reject(new Error('must not be built'));
  expect(await ensureSessionImage(() => {}, build)).toMatchObject({ kind: 'ready', tag: 'mine:1' });
});

it('passes on what the builder says, without its own clock', async () => {
  const heard: string[] = [];
  const build = async ({ log }: { log: (line: string) => void }) => {
    log('image: [12 s] step 3/9: RUN cargo build');
    return { tag: 'pgrx-playground:abc', built: true, ms: 12_400 };
  };
  const answer = await ensureSessionImage(
    (line: string) => heard.push(line),
    async () => build,
  );
  expect(answer).toMatchObject({
    kind: 'ready',
    tag: 'pgrx-playground:abc',
    detail: 'pgrx-playground:abc, built in 12 s',
  });
  expect(heard).toEqual(['step 3/9: RUN cargo build']);
});

it('shows the end of a failed build, and names its step', async () => {
  const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
  const build = async () => {
    throw new Error('The session image was not built: step 3/9 failed.\nE: no such package');
  };
  const answer = await ensureSessionImage(
    () => {},
    async () => build,
  );
  expect(answer).toMatchObject({ kind: 'missing', why: expect.stringContaining('step 3/9 failed.') });
  expect(shown).toHaveBeenCalledWith(expect.stringContaining('E: no such package'));
  shown.mockRestore();
});
