import { beforeEach, expect, it, vi } from 'vitest';
import { PGRX_VERSION } from '../../docker/pgrxVersion.mjs';
import { ensureSessionImages, wantedMajors } from './sessionImage.mjs';

beforeEach(() => {
  vi.stubEnv('PLAYGROUND_IMAGE', '');
  return () => vi.unstubAllEnvs();
});

const loads = (ensureImage: unknown) => async () =>
  ({
    ensureImage,
    imageName: (major: number, pgrx: string) =>
      `image-of-${major}${pgrx === PGRX_VERSION ? '' : `-with-${pgrx}`}`,
  }) as never;

it('builds none where one is named', async () => {
  vi.stubEnv('PLAYGROUND_IMAGE', 'mine:1');
  const build = () => Promise.reject(new Error('must not be built'));
  expect(await ensureSessionImages(() => {}, { load: loads(build) })).toMatchObject({
    kind: 'ready',
    images: 'mine:1',
  });
});

it('passes on what the builder says, without its own clock', async () => {
  const heard: string[] = [];
  const build = async ({ log }: { log: (line: string) => void }) => {
    log('image: [12 s] step 3/9: RUN cargo build');
    return { tag: 'pgrx-playground:abc', built: true, ms: 12_400 };
  };
  const answer = await ensureSessionImages((line: string) => heard.push(line), {
    firstOnly: true,
    load: loads(build),
  });
  expect(answer).toMatchObject({
    kind: 'ready',
    images: '17=image-of-17,18=image-of-18,15=image-of-15',
    detail: 'pgrx-playground:abc, built in 12 s',
  });
  expect(heard).toEqual(['step 3/9: RUN cargo build']);
});

it('shows the end of a failed build, and names its step', async () => {
  const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
  const build = async () => {
    throw new Error('The session image was not built: step 3/9 failed.\nE: no such package');
  };
  const answer = await ensureSessionImages(() => {}, { load: loads(build) });
  expect(answer).toMatchObject({ kind: 'missing', why: expect.stringContaining('step 3/9 failed.') });
  expect(shown).toHaveBeenCalledWith(expect.stringContaining('E: no such package'));
  shown.mockRestore();
});

it('builds those that are asked for, and says what is no major', async () => {
  const built: number[] = [];
  const build = async ({ postgresMajor }: { postgresMajor: number }) => {
    built.push(postgresMajor);
    return { tag: `t${postgresMajor}`, built: false, ms: 1 };
  };
  vi.stubEnv('PLAYGROUND_POSTGRES', '18, 15,18');
  expect(wantedMajors()).toEqual(['18', '15']);
  await ensureSessionImages(() => {}, { load: loads(build) });
  expect(built).toEqual([18, 15]);
  vi.stubEnv('PLAYGROUND_POSTGRES', 'all');
  expect(await ensureSessionImages(() => {}, { load: loads(build) })).toMatchObject({ kind: 'missing' });
});

it('builds each Postgres with each pgrx that is listed and knows it, the default first', async () => {
  const built: string[] = [];
  const build = async ({ postgresMajor, pgrxVersion }: { postgresMajor: number; pgrxVersion: string }) => {
    built.push(`${postgresMajor} ${pgrxVersion}`);
    return { tag: 't', built: false, ms: 1 };
  };
  vi.stubEnv('PLAYGROUND_POSTGRES', '17,19');
  vi.stubEnv('PLAYGROUND_PGRX', `${PGRX_VERSION}, 0.18.1`);
  expect(await ensureSessionImages(() => {}, { load: loads(build) })).toMatchObject({
    images: '17=image-of-17,19=image-of-19,17/0.18.1=image-of-17-with-0.18.1',
  });
  expect(built).toEqual([`17 ${PGRX_VERSION}`, `19 ${PGRX_VERSION}`, '17 0.18.1']);
});

it.each([
  ['0.18.1', `the first must be ${PGRX_VERSION}`],
  [`0.18.1,${PGRX_VERSION}`, `the first must be ${PGRX_VERSION}`],
  [`${PGRX_VERSION},0.17.0`, 'needs pgrx 0.18.0 or newer'],
  [`${PGRX_VERSION},newest`, '"newest" is no release of pgrx'],
  [`${PGRX_VERSION},`, '"" is no release of pgrx'],
])('refuses the releases %s', async (text, why) => {
  vi.stubEnv('PLAYGROUND_PGRX', text);
  const build = () => Promise.reject(new Error('must not be built'));
  expect(await ensureSessionImages(() => {}, { load: loads(build) })).toMatchObject({
    kind: 'missing',
    why: expect.stringContaining(why),
  });
});
