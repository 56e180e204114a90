import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectFiles } from './projectFiles.ts';

/** A file longer than this has more than one idea in it. */
const mostLines = 250;

const files = projectFiles();
const read = (file: string) => readFileSync(file, 'utf8');

it(`has no source file of more than ${mostLines} lines`, () => {
  const sources = files.filter((file) => /\.(ts|tsx|mjs|rs|sh|css)$/.test(file));
  const long = sources.filter((file) => read(file).trimEnd().split('\n').length > mostLines);
  expect(sources.length).toBeGreaterThan(50);
  expect(long).toEqual([]);
});

it('has no test left out or singled out, and no note of work to come', () => {
  const unfinished = /\b(?:it|test|describe)\.(?:only|skip|todo|fixme)\b|\b(?:TODO|FIXME|XXX)\b/;
  const text = files.filter(
    (file) => /\.(ts|tsx|mjs|rs|sh|css|md)$/.test(file) && !file.startsWith('test/rules/'),
  );
  expect(text.filter((file) => unfinished.test(read(file)))).toEqual([]);
});

it('names no folder of the machine it was written on', () => {
  const homes = /(?<![\w.$}])\/(?:home|Users)\/\w/;
  const tells = (text: string) => homes.test(text) || text.includes(`${process.cwd()}/`);
  const text = files.filter((file) => /\.(ts|tsx|mjs|rs|sh|css|md|json|toml|yml)$|Dockerfile$/.test(file));
  expect(text.filter((file) => !file.startsWith('test/rules/') && tells(read(file)))).toEqual([]);
});
