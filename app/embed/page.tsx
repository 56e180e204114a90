import { EmbeddedContent } from '../../components/embed/EmbeddedContent.tsx';
import { embedOptions } from '../../components/embed/embedOptions.ts';
import { type EmbedQuery, queryOf } from './query.ts';

export const metadata = { title: 'pgrx playground', robots: { index: false } };

/** The frame for a snippet that its address holds: what it holds only the browser knows. */
export default async function EmbedPage({ searchParams }: { searchParams: EmbedQuery }) {
  return (
    <>
      <EmbeddedContent options={embedOptions(await queryOf(searchParams))} />
      <noscript>
        <p className="px-3 py-2">This snippet needs JavaScript.</p>
      </noscript>
    </>
  );
}
