import { limits } from './limits.ts';

export type FilePathProblem = {
  kind: 'empty' | 'long' | 'characters' | 'shape' | 'reserved';
  message: string;
};
export type FilesProblem = { kind: 'count' | 'size' | 'twins' | 'folder' | 'nul'; message: string };

/** Names that Windows keeps for devices: a project that is taken home must unpack there as well. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** What the build writes, or what would change how cargo and rustc themselves are found and run. */
const reservedTop = /^(target|\.git)$/i;

/**
 * Why a path cannot name a file of a project, or null. A path is relative, uses `/`, and consists of printable ASCII
 * that is safe on every file system and in a tar.
 */
export function filePathProblem(path: string): FilePathProblem | null {
  const shown = JSON.stringify(path.slice(0, 60));
  if (path === '') return { kind: 'empty', message: 'A file needs a name.' };
  if (path.length > limits.pathLength)
    return { kind: 'long', message: `The file name ${shown}… is over ${limits.pathLength} characters.` };
  if (!/^[A-Za-z0-9._\-+/@ ]+$/.test(path))
    return {
      kind: 'characters',
      message: `The file name ${shown} contains a character other than letters, digits, space, and . _ - + @ /`,
    };
  const parts = path.split('/');
  if (
    parts.some(
      (part) => part === '' || part === '.' || part === '..' || part !== part.trim() || part.endsWith('.'),
    )
  )
    return {
      kind: 'shape',
      message: `The file name ${shown} must be relative, without empty parts, ".", or "..".`,
    };
  if (parts.some((part) => deviceName.test(part)) || reservedTop.test(parts[0] ?? ''))
    return { kind: 'reserved', message: `The file name ${shown} is reserved. Choose another.` };
  return null;
}

export const tooManyFiles = (count: number) =>
  `Too many files (${count}): a project can have at most ${limits.files}.`;

/** Why these files cannot be one project, or null: their number, their size, or names that collide. */
export function filesProblem(files: Record<string, string>): FilesProblem | null {
  const paths = Object.keys(files);
  if (paths.length > limits.files) return { kind: 'count', message: tooManyFiles(paths.length) };
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const path of paths) {
    bytes += encoder.encode(files[path]).byteLength + path.length;
    if (bytes > limits.projectBytes) break;
  }
  if (bytes > limits.projectBytes)
    return { kind: 'size', message: `The files are over ${limits.projectBytes / 1024} KiB in total.` };
  if (paths.some((path) => files[path]?.includes('\0')))
    return { kind: 'nul', message: 'A file contains a NUL character. Only text files are supported.' };
  const seen = new Map<string, string>();
  for (const path of paths) {
    const folded = path.toLowerCase();
    const twin = seen.get(folded);
    if (twin) return { kind: 'twins', message: `${twin} and ${path} differ only in upper and lower case.` };
    seen.set(folded, path);
  }
  for (const folded of seen.keys()) {
    // A longer one is no name of a file; to look for each of its folders would take time in the square of its length.
    if (folded.length > limits.pathLength) continue;
    for (let slash = folded.indexOf('/'); slash > 0; slash = folded.indexOf('/', slash + 1)) {
      const file = seen.get(folded.slice(0, slash));
      if (file) return { kind: 'folder', message: `${file} is both a file and a folder.` };
    }
  }
  return null;
}
