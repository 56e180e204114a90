import type { ArchiveFormat, Snippet } from '../../protocol/snippet.ts';

/**
 * Packs a link's project as an archive, with what it was left to the playground to fill in. Null where the server has too
 * much to do; `key` says whose turn it counts as.
 */
export type PackSnippet = (
  snippet: Snippet,
  format: ArchiveFormat,
  key: string,
) => Promise<{ name: string; bytes: Uint8Array } | null>;
