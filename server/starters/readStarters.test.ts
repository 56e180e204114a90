import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { runRequest } from '../../protocol/project.ts';
import { starterProject } from '../../protocol/starter.ts';
import { readStarter } from './readStarter.ts';
import { readStarters } from './readStarters.ts';

const starters = await readStarters('starters', await readStarter('docker/starter'));

it('lists every folder once, and there are fourteen or more', async () => {
  const folders = (await readdir('starters', { withFileTypes: true })).filter((entry) => entry.isDirectory());
  expect(starters.map(({ name }) => name).toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
  expect(starters.length).toBeGreaterThanOrEqual(14);
});

it('gives whole projects that can be run as they are, what is compiled first', () => {
  for (const starter of starters) {
    const { files, sql } = starterProject.parse(starter);
    expect(runRequest.safeParse({ files, sql }).success).toBe(true);
    expect(sql).not.toBe('');
    expect(Object.keys(files)).toEqual(['src/lib.rs', 'Cargo.toml', 'my_extension.control']);
  }
});
