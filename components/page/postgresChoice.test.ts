import { expect, it } from 'vitest';
import { leftBehind, postgresChoice } from './postgresChoice.ts';

const versions = {
  postgres: [
    { major: 17, version: '17.12' },
    { major: 18, version: '18.6' },
  ],
  coming: [15],
};
const names = (chosen: number | null) =>
  postgresChoice(versions, chosen).options.map(({ version, missing }) =>
    missing ? `(${version})` : version,
  );

it('offers what is there, and shows what is to come as not to be chosen', () => {
  expect(names(null)).toEqual(['17.12', '18.6', '(15)']);
  expect(postgresChoice(versions, null).current?.version).toBe('17.12');
  expect(postgresChoice(versions, 18).current?.version).toBe('18.6');
});

it('never shows another Postgres than the one that Run asks for', () => {
  expect(postgresChoice(versions, 15).current).toMatchObject({ major: 15, missing: expect.any(String) });
  expect(names(13)).toEqual(['17.12', '18.6', '(15)', '(13)']);
  expect(postgresChoice(versions, 13).current?.missing).toBe('isn’t available on this server');
});

it('tells which container the next Run leaves behind', () => {
  const current = postgresChoice(versions, 18).current;
  expect(leftBehind({ container: 'ready', postgres: 17 }, current)).toBe(17);
  expect(leftBehind({ container: 'ready', postgres: 18 }, current)).toBeNull();
  expect(leftBehind({ container: 'none', postgres: null }, current)).toBeNull();
  expect(leftBehind({ container: 'starting', postgres: 17 }, current)).toBeNull();
  // That run is refused, and gives nothing up.
  expect(leftBehind({ container: 'ready', postgres: 17 }, postgresChoice(versions, 15).current)).toBeNull();
});
