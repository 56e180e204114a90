import { gunzipSync, gzipSync } from 'fflate';
import { packProject } from '../../../archive/packProject.ts';
import { projectIn } from '../../../components/archive/projectIn.ts';
import { readArchive } from '../../../components/archive/readArchive.ts';
import { filePathProblem, filesProblem } from '../../../protocol/filePath.ts';
import { limits } from '../../../protocol/limits.ts';
import { type FuzzTarget, pageMs, serverMs } from '../FuzzTarget.ts';
import { hostileBytes } from '../hostileBytes.ts';
import { hostileText } from '../hostileText.ts';
import { bytesOf, textOf } from '../recipe.ts';
import { must } from './must.ts';

const project = {
  files: { 'Cargo.toml': '[package]\n', 'src/lib.rs': 'fn a() {}' },
  sql: 'select 1',
  postgres: 17,
};
const packed = async (format: 'tar.gz' | 'zip') =>
  (await packProject({ ...project, pgrx: '0' }, format)).bytes;
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const zip = latin1(await packed('zip'));
const tar = latin1(gunzipSync(await packed('tar.gz')));

const words = [
  'PK\x01\x02',
  'PK\x03\x04',
  'PK\x05\x06',
  '\x1f\x8b\x08\0',
  'ustar\x0000',
  '\0',
  '\xff',
  'src/lib.rs',
  '../',
  '/',
];

/** What an archive gives, where it gives a project, must be one. */
async function imported(bytes: Uint8Array): Promise<void> {
  const read = await readArchive(bytes);
  if (!read.ok) return;
  const found = projectIn(read.value);
  if (!found.ok) return;
  const { files } = found.value;
  must(filesProblem(files) === null, 'the files are a project');
  must(
    Object.keys(files).every((path) => filePathProblem(path) === null),
    'each path may be a file’s',
  );
}

export const archiveTargets: FuzzTarget[] = [
  {
    name: 'zip',
    recipes: hostileBytes(words, [zip], 256 * 1024),
    mostMs: pageMs,
    take: (recipe) => imported(bytesOf(recipe)),
  },
  {
    name: 'tar',
    recipes: hostileBytes(words, [tar], 256 * 1024),
    mostMs: pageMs,
    take: (recipe) => imported(bytesOf(recipe)),
  },
  {
    name: 'tar.gz',
    recipes: hostileBytes(words, [tar], 256 * 1024),
    mostMs: pageMs,
    take: (recipe) => imported(gzipSync(bytesOf(recipe), { level: 1 })),
  },
  {
    name: 'packProject',
    recipes: hostileText({
      words: ['[package]\n', 'name = ', '"a"', '[', ']', '{', '}', '=', '\n', ' ', '"""', "'", '#', '.'],
      samples: ['[package]\nname = "my_ext"\n'],
      most: limits.projectBytes,
    }),
    mostMs: serverMs,
    async take(recipe) {
      const text = textOf(recipe);
      const { name } = await packProject({ ...project, files: { 'Cargo.toml': text }, pgrx: '0' }, 'zip');
      must(/^[A-Za-z0-9_-]{1,64}\.zip$/.test(name), 'it is called by a plain name');
    },
  },
];
