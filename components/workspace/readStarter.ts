import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { withPgrxVersion } from '../../docker/pgrxVersion.mjs';
import { sourcesFirst } from './sourcesFirst.ts';
import type { Starter } from './starter.ts';

/**
 * The starter crate in `folder` as the page shows it: its sources, `Cargo.toml` and control file. Cargo.lock, dotfiles
 * and what cargo or an editor made stay out; the session's container has them. Runs on the server only.
 */
export async function readStarter(folder: string): Promise<Starter> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((name) => /^(src\/.+\.rs|Cargo\.toml|[^/]+\.control|sql\/.+\.sql)$/.test(name))
    .sort(sourcesFirst);
  const texts = await Promise.all(paths.map((name) => readFile(path.join(folder, name), 'utf8')));
  const files = Object.fromEntries(paths.map((name, index) => [name, withPgrxVersion(texts[index] ?? '')]));
  return { files, sql: starterSql(files) };
}

/** A call of the function that `cargo pgrx new` writes, whose name is made from the crate's. */
function starterSql(files: Record<string, string>): string {
  const hello = /\bfn (hello_\w+)\(\)/.exec(files['src/lib.rs'] ?? '')?.[1];
  return hello ? `select ${hello}();\n` : 'select 1;\n';
}
