import { unzipSync } from 'fflate';
import { type ArchiveEntry, type ArchiveResult, archiveBounds, tooLarge } from './archiveEntry.ts';

class TooLarge extends Error {}

/** Unpacks a zip. No file can come out longer than it says in the archive's list, and these lengths are bounded together. */
export function readZip(archive: Uint8Array): ArchiveResult<ArchiveEntry[]> {
  let bytes = 0;
  let entries = 0;
  try {
    const files = unzipSync(archive, {
      filter({ name, originalSize }) {
        entries += 1;
        bytes += originalSize;
        // Thrown, so that the list is not read on: it may claim to have four billion entries.
        if (bytes > archiveBounds.unpackedBytes || entries > archiveBounds.entries) throw new TooLarge();
        return !name.endsWith('/');
      },
    });
    return { ok: true, value: Object.entries(files).map(([path, content]) => ({ path, bytes: content })) };
  } catch (error) {
    if (error instanceof TooLarge) return { ok: false, error: tooLarge };
    return { ok: false, error: { kind: 'unreadable', message: 'The zip archive is damaged or encrypted.' } };
  }
}
