import { unzipSync } from 'fflate';
import { type ArchiveEntry, type ArchiveResult, archiveBounds, tooLarge } from './archiveEntry.ts';

/** Unpacks a zip. No file can come out longer than it says in the archive's list, and these lengths are bounded together. */
export function readZip(archive: Uint8Array): ArchiveResult<ArchiveEntry[]> {
  let bytes = 0;
  let entries = 0;
  const isOver = () => bytes > archiveBounds.unpackedBytes || entries > archiveBounds.entries;
  try {
    const files = unzipSync(archive, {
      filter({ name, originalSize }) {
        entries += 1;
        bytes += originalSize;
        return !isOver() && !name.endsWith('/');
      },
    });
    if (isOver()) return { ok: false, error: tooLarge };
    return { ok: true, value: Object.entries(files).map(([path, content]) => ({ path, bytes: content })) };
  } catch {
    return { ok: false, error: { kind: 'unreadable', message: 'The zip archive is damaged or encrypted.' } };
  }
}
