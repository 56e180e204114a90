import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readStarter } from './readStarter.ts';

let folder: string | undefined;
afterEach(async () => {
  if (folder) await rm(folder, { recursive: true });
});

it('shows sources, manifest and control file, and calls the crate’s function', async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'starter-'));
  await mkdir(path.join(folder, 'src', 'bin'), { recursive: true });
  await mkdir(path.join(folder, 'target'));
  const files = {
    'src/lib.rs': '#[pg_extern]\nfn hello_my_extension() -> &\'static str { "Hello" }\n',
    'Cargo.toml': '[package]',
    'Cargo.lock': 'lock',
    '.gitignore': 'target',
    'my_extension.control': 'comment',
    'target/x.rs': '',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  const starter = await readStarter(folder);
  expect(Object.keys(starter.files)).toEqual(['src/lib.rs', 'Cargo.toml', 'my_extension.control']);
  expect(starter.sql).toBe('select hello_my_extension();\n');
});
