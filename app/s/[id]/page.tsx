import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { LinkPlayground } from '../../../components/playground/Playground.tsx';
import { linkMetadata } from '../../../components/sharing/link/linkMetadata.ts';
import { NoLink } from '../../../components/sharing/link/NoLink.tsx';
import { EarlyScript } from '../../EarlyScript.tsx';
import { linkOf } from './linkOf.ts';
import { snippetOf } from './snippetOf.ts';

interface LinkProps {
  params: Promise<{ id: string }>;
}

/** What other sites show of a link. */
export async function generateMetadata({ params }: LinkProps): Promise<Metadata> {
  const answer = await snippetOf((await params).id);
  const origin = (await headers()).get('x-playground-origin');
  return answer.kind === 'found' ? linkMetadata(answer.snippet, origin) : { robots: { index: false } };
}

/** A link: the project as it was shared and what Postgres said of it, in the first HTML; then the whole playground. */
export default async function LinkPage({ params }: LinkProps) {
  const answer = await snippetOf((await params).id);
  if (answer.kind === 'none') notFound();
  if (answer.kind !== 'found')
    return (
      <NoLink
        title={
          answer.kind === 'gone' ? 'This link is no longer available' : 'This link can’t be shown right now'
        }
        message={answer.message}
      />
    );
  const link = linkOf(answer);
  return (
    <>
      <LinkPlayground link={link} />
      <EarlyScript link={link.snippet.id} />
      <noscript>
        <p className="fixed inset-x-0 bottom-0 bg-warn-soft px-3 py-2">
          Without JavaScript, you can read the code and its results but can’t run the code.
        </p>
      </noscript>
    </>
  );
}
