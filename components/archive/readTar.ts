import { Gunzip } from 'fflate';
import { unpackTar } from 'modern-tar';
import { type ArchiveEntry, type ArchiveResult, archiveBounds, tooLarge } from './archiveEntry.ts';

/** Unpacked piece by piece, so that a billion zeros are noticed after the first few millions. */
const pieceBytes = 4 * 1024;

class TooLarge extends Error {}

/** Unpacks a tar that may be gzipped. */
export async function readTar(archive: Uint8Array, gzipped: boolean): Promise<ArchiveResult<ArchiveEntry[]>> {
  try {
    const tar = gzipped ? gunzip(archive) : archive;
    const entries: ArchiveEntry[] = [];
    for (const { header, data } of await unpackTar(tar)) {
      if (header.type === 'directory') continue;
      if (entries.length === archiveBounds.entries) throw new TooLarge();
      entries.push({ path: header.name, bytes: header.type === 'file' ? (data ?? new Uint8Array()) : null });
    }
    return { ok: true, value: entries };
  } catch (error) {
    if (error instanceof TooLarge) return { ok: false, error: tooLarge };
    return { ok: false, error: { kind: 'unreadable', message: 'The tar archive is damaged.' } };
  }
}

function gunzip(archive: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const stream = new Gunzip((piece) => {
    bytes += piece.length;
    if (bytes > archiveBounds.unpackedBytes) throw new TooLarge();
    pieces.push(piece);
  });
  for (let at = 0; at < archive.length; at += pieceBytes)
    stream.push(archive.subarray(at, at + pieceBytes), at + pieceBytes >= archive.length);
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
