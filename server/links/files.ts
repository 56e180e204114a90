import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail, ok, type Result } from '../../protocol/result.ts';
import { backUp } from '../store/backUp.ts';
import { exportLinks } from '../store/exportLinks.ts';
import { importLinks } from '../store/importLinks.ts';
import type { Command } from './command.ts';
import { fileLines } from './fileLines.ts';

export const exporting: Command = {
  name: 'export',
  takes: 'FILE',
  does: 'export all links to a file',
  perform: (db, [file]) =>
    withFile(file, async (name) => {
      // Hashes of secrets are in it: for its owner's eyes.
      const target = createWriteStream(name, { flags: 'wx', mode: 0o600 });
      await pipeline(Readable.from(exportLinks(db)), target);
      return ok(`Exported all links to ${name} (${target.bytesWritten} bytes).`);
    }),
};

export const importing: Command = {
  name: 'import',
  takes: 'FILE',
  does: 'import links from an exported file; existing links stay unchanged',
  makesStore: true,
  perform: (db, [file]) =>
    withFile(file, async (name) => {
      const imported = await importLinks(db, fileLines(name));
      if (!imported.ok) return imported;
      const { added, there } = imported.value;
      return ok(`Imported ${added} links; ${there} already existed.`);
    }),
};

export const backingUp: Command = {
  name: 'backup',
  takes: 'FILE',
  does: 'back up the SQLite database while the server runs',
  perform: (db, [file], place) =>
    withFile(file, async (name) => {
      if (place.kind === 'postgres')
        return fail('The links are stored in Postgres. Back it up with pg_dump.');
      await backUp(db, name);
      return ok(`Backed up the links to ${name}.`);
    }),
};

async function withFile(
  file: string | undefined,
  work: (file: string) => Promise<Result<string, string>>,
): Promise<Result<string, string>> {
  if (!file) return fail('Missing argument: FILE');
  try {
    return await work(file);
  } catch (error) {
    return fail(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
