import type { ArchiveFormat, Snippet } from '../../protocol/snippet.ts';

/** Packs a link's project as an archive, with what it was left to the playground to fill in. */
export type PackSnippet = (
  snippet: Snippet,
  format: ArchiveFormat,
) => Promise<{ name: string; bytes: Uint8Array }>;
