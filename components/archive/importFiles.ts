import { scriptFile } from '../../archive/scriptFile.ts';
import { filePathProblem, filesProblem } from '../../protocol/filePath.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { type ArchiveResult, archiveBounds, tooLarge } from './archiveEntry.ts';
import { type FoundProject, projectIn, textOf } from './projectIn.ts';
import { archiveKind, readArchive } from './readArchive.ts';

export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

/** What the page has now. */
export interface Present {
  title: string;
  files: ProjectFiles;
  sql: string;
}

/** The bytes of files that were chosen or dropped, as far as they are not too large to be looked at. */
export async function readGiven(files: readonly File[]): Promise<ArchiveResult<GivenFile[]>> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > archiveBounds.packedBytes || files.length > archiveBounds.entries)
    return { ok: false, error: tooLarge };
  const read = files.map(async (file) => ({
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  }));
  try {
    return { ok: true, value: await Promise.all(read) };
  } catch {
    const message = 'The browser couldn’t read it. To import a folder, pack it as .zip or .tar.gz first.';
    return { ok: false, error: { kind: 'unreadable', message } };
  }
}

/** One archive is a project in the place of what is there; other files are added to it, in place of those of their names. */
export async function importFiles(
  given: readonly GivenFile[],
  present: Present,
): Promise<ArchiveResult<FoundProject>> {
  const [only] = given;
  if (given.length === 1 && only && archiveKind(only.bytes)) {
    const read = await readArchive(only.bytes);
    return read.ok ? projectIn(read.value) : read;
  }
  const found: FoundProject = {
    name: present.title,
    files: { ...present.files },
    sql: present.sql,
    leftOut: [],
  };
  for (const { name, bytes } of given) add(found, name, textOf(bytes));
  const problem = filesProblem(found.files);
  if (problem) return { ok: false, error: { kind: 'files', message: problem.message } };
  return { ok: true, value: found };
}

function add(found: FoundProject, name: string, text: string | null): void {
  const path = placeOf(name);
  const problem = filePathProblem(path);
  if (text === null) found.leftOut.push({ path: name, why: 'not UTF-8 text' });
  else if (path === scriptFile) found.sql = text;
  else if (problem) found.leftOut.push({ path: name, why: problem.message });
  else found.files[path] = text;
}

/** Where a file belongs of which only the name is known. */
function placeOf(name: string): string {
  if (name.endsWith('.rs') && name !== 'build.rs') return `src/${name}`;
  // Upgrade scripts are called NAME--FROM--TO.sql; any other SQL is what is to be run.
  if (name.endsWith('.sql')) return /--.+--/.test(name) ? `sql/${name}` : scriptFile;
  return name;
}
