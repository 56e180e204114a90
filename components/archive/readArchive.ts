import { type ArchiveEntry, type ArchiveResult, archiveBounds, tooLarge } from './archiveEntry.ts';
import { readTar } from './readTar.ts';
import { readZip } from './readZip.ts';

const begins = (bytes: Uint8Array, ...start: number[]) => start.every((byte, at) => bytes[at] === byte);

/** Whether these bytes are an archive that can be read here: `PK` of a zip, gzip's magic number, or tar's at byte 257. */
export function archiveKind(bytes: Uint8Array): 'zip' | 'gzip' | 'tar' | null {
  if (begins(bytes, 0x50, 0x4b)) return 'zip';
  if (begins(bytes, 0x1f, 0x8b)) return 'gzip';
  return new TextDecoder().decode(bytes.subarray(257, 262)) === 'ustar' ? 'tar' : null;
}

/** All files of an archive, whatever its name says. */
export async function readArchive(bytes: Uint8Array): Promise<ArchiveResult<ArchiveEntry[]>> {
  if (bytes.length > archiveBounds.packedBytes) return { ok: false, error: tooLarge };
  const kind = archiveKind(bytes);
  if (kind === 'zip') return readZip(bytes);
  if (kind) return readTar(bytes, kind === 'gzip');
  return { ok: false, error: { kind: 'unknown', message: 'This isn’t a .zip, .tar, or .tar.gz file.' } };
}
