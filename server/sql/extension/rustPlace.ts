import type { RustSources } from './rustSources.ts';

export interface RustPlace {
  file: string;
  line: number;
}

/** Where the project lies in the sandbox; the compiler writes this path into the library. */
const projectFolder = '/work/project/';

/** A line of a Rust backtrace such as `at /work/project/src/lib.rs:12:5`. */
const frame = /^\s*at (\S+?):(\d{1,9})(?::\d+)?\s*$/;

/** The place in the project that a line of a backtrace names, or null. */
export function frameInProject(line: string, sources: RustSources): RustPlace | null {
  const [, path = '', number] = (line.includes('at ') && frame.exec(line)) || [];
  const file = path.startsWith(projectFolder) ? path.slice(projectFolder.length) : path.replace(/^\.\//, '');
  return sources.has(file) && Number(number) > 0 ? { file, line: Number(number) } : null;
}

/**
 * Where in the project an error was raised, if Rust raised it: the first frame of the backtrace that is the project's,
 * else the place that pgrx gives for the panic, of which it tells only the file's base name. An `Err` that a function
 * returned has a place inside of pgrx, which is no answer.
 */
export function rustPlace(
  fields: { file?: string | undefined; line?: string | undefined; detail?: string },
  sources: RustSources,
): RustPlace | null {
  for (const line of (fields.detail ?? '').split('\n')) {
    const place = frameInProject(line, sources);
    if (place) return place;
  }
  if (!fields.file?.endsWith('.rs') || !/^\d{1,9}$/.test(fields.line ?? '')) return null;
  const file = sources.named(fields.file);
  const line = Number(fields.line);
  return file && line > 0 ? { file, line } : null;
}
