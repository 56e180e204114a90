import type { Result } from '../../protocol/result.ts';

/** One thing in an archive, by the path that the archive gives it. */
export interface ArchiveEntry {
  path: string;
  /** Null where it is no file: a link, a device. */
  bytes: Uint8Array | null;
}

export type ArchiveProblem = {
  kind: 'large' | 'unreadable' | 'unknown' | 'noProject' | 'files' | 'sql';
  message: string;
};

export type ArchiveResult<T> = Result<T, ArchiveProblem>;

/** An archive of a project is a few hundred KiB; what is over is not read. In bytes, before and after unpacking. */
export const archiveBounds = { packedBytes: 8 * 1024 * 1024, unpackedBytes: 16 * 1024 * 1024, entries: 2000 };

export const tooLarge: ArchiveProblem = {
  kind: 'large',
  message: `The archive is too large: the limit is ${archiveBounds.unpackedBytes / 1024 / 1024} MiB and ${archiveBounds.entries} files, unpacked. Leave out build output, such as target/.`,
};
