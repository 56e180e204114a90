import { notFound } from 'next/navigation';
import { EmbeddedLink } from '../../../components/embed/EmbedPlayground.tsx';
import { embedOptions } from '../../../components/embed/embedOptions.ts';
import { NoLink } from '../../../components/sharing/link/NoLink.tsx';
import { linkOf } from '../../s/[id]/linkOf.ts';
import { snippetOf } from '../../s/[id]/snippetOf.ts';
import { type EmbedQuery, queryOf } from '../query.ts';

export const metadata = { title: 'pgrx playground', robots: { index: false } };

interface EmbedProps {
  params: Promise<{ id: string }>;
  searchParams: EmbedQuery;
}

/** A link in a frame of another page: code and recorded results in the first HTML, as on its own page. */
export default async function EmbedLinkPage({ params, searchParams }: EmbedProps) {
  const answer = await snippetOf((await params).id);
  if (answer.kind === 'none') notFound();
  if (answer.kind !== 'found') return <NoLink title="This link can’t be shown" message={answer.message} />;
  return <EmbeddedLink link={linkOf(answer)} options={embedOptions(await queryOf(searchParams))} />;
}
