import type { Metadata } from 'next';
import { firstLines } from '../../../protocol/firstLines.ts';
import type { Snippet } from '../../../protocol/snippet.ts';

/** As much as previews show of a description. */
const previewLength = 200;

/** What other sites show of a link: its title, what its author says of it or else its first lines, and its picture. */
export function linkMetadata(snippet: Snippet, origin: string | null): Metadata {
  const title = snippet.title || 'A Postgres extension in Rust';
  const description = (snippet.description || firstLines(snippet, 6)).slice(0, previewLength);
  const images = [
    { url: `/api/v1/snippets/${snippet.id}/picture`, width: 1200, height: 630, alt: `${title}: its code` },
  ];
  return {
    metadataBase: origin === null ? null : new URL(origin),
    description,
    openGraph: {
      type: 'article',
      siteName: 'pgrx playground',
      title,
      description,
      url: `/s/${snippet.id}`,
      images,
    },
    twitter: { card: 'summary_large_image', title, description, images },
    // Who has a link may pass it on; that it is found by others is not what sharing it says.
    robots: { index: false },
  };
}
