import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig, settings, unknownSettings } from './config.ts';

describe('readConfig', () => {
  it('has a default for everything', () => {
    const config = readConfig({ PATH: '/bin' });
    expect(config).toMatchObject({
      ok: true,
      value: {
        PLAYGROUND_HOST: '127.0.0.1',
        PLAYGROUND_PORT: 3000,
        PLAYGROUND_ORIGINS: [],
        PLAYGROUND_IMAGE: { postgres: 17, tags: { 17: 'pgrx-playground:dev' } },
        PLAYGROUND_CPUS: 2,
      },
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PLAYGROUND_PORT: '', PLAYGROUND_RUNTIME: ' ' })).toEqual(readConfig({}));
  });

  it('reads lists', () => {
    const config = readConfig({
      PLAYGROUND_ORIGINS: 'https://a.example, http://b.example:8080',
      PLAYGROUND_IMAGE: '18=play:pg18,17=play:pg17',
    });
    expect(config).toMatchObject({
      value: {
        PLAYGROUND_ORIGINS: ['https://a.example', 'http://b.example:8080'],
        PLAYGROUND_IMAGE: { postgres: 18, tags: { 17: 'play:pg17', 18: 'play:pg18' } },
      },
    });
  });

  it('reads images with another pgrx beside those with the default', () => {
    const read = (text: string) => readConfig({ PLAYGROUND_IMAGE: text });
    expect(read('17=a,18=b,17/0.18.1=c')).toMatchObject({
      value: { PLAYGROUND_IMAGE: { postgres: 17, tags: { 17: 'a', 18: 'b', '17/0.18.1': 'c' } } },
    });
    // The first is the default, and so is its pgrx.
    for (const wrong of ['17/0.18.1=c,17=a', '17/=c', '17=a,17/x=c']) expect(read(wrong).ok).toBe(false);
  });

  it('names each variable that is wrong, in one line', () => {
    const config = readConfig({
      PLAYGROUND_PORT: '70000',
      PLAYGROUND_WARM: '-1',
      PLAYGROUND_ORIGINS: 'a.example',
      PLAYGROUND_IMAGE: '17=a,b',
      PLAYGROUND_CPUS: 'many',
      PLAYGROUND_INSTANCE: 'a b',
      PLAYGROUND_METRICS: 'yes',
    });
    expect(config.ok).toBe(false);
    const lines = config.ok ? [] : config.error;
    expect(lines).toHaveLength(7);
    expect(lines[0]).toBe('PLAYGROUND_PORT=70000: must be a whole number from 0 to 65535');
    expect(lines.every((line) => /^PLAYGROUND_\w+(=[^\n]*)?: [^\n]+$/.test(line))).toBe(true);
  });

  it('tells no password', () => {
    const config = readConfig({
      DATABASE_URL: 'host=db password=secret',
      PLAYGROUND_SOURCES: 'docs=https://me:secret@a.example/b/',
      PLAYGROUND_ORIGINS: 'https://me:se/cret@a.example',
    });
    const lines = config.ok ? [] : config.error;
    expect(lines).toHaveLength(3);
    expect(lines.join('\n')).not.toMatch(/se\/?cret/);
    expect(lines[0]).toBe(
      'PLAYGROUND_ORIGINS=https://…@a.example: https://…@a.example must be an origin such as https://docs.example.org',
    );
  });

  it('finds what is named like a setting and is none', () => {
    const environment = { PLAYGROUND_PROT: '1', PLAYGROUND_PORT: '1', PLAYGROUND_CHROMIUM: '1', HOME: '/' };
    expect(unknownSettings(environment)).toEqual(['PLAYGROUND_PROT']);
  });

  it('is what the README says', async () => {
    const readme = await readFile(join(import.meta.dirname, '../../README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `((?:PLAYGROUND|DATABASE)_\w+)` \| (.*?) \| (.*) \|$/gm)].map(
      (row) => row.slice(1),
    );
    const ours = Object.entries(settings).map(([name, { default: standard, does, otherwise }]) => {
      const shown = standard === '' ? 'none' : standard === null ? otherwise : `\`${standard}\``;
      return [name, shown, does];
    });
    expect(rows).toEqual(ours);
  });

  it('says what applies where a setting has no default', () => {
    for (const { default: standard, otherwise } of Object.values(settings))
      expect(otherwise === '').toBe(standard !== null);
  });

  it('explains every setting in one sentence or two', () => {
    for (const { does } of Object.values(settings)) expect(does).toMatch(/^[A-Z`].*\.$/);
  });
});
