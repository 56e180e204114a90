import { headers } from 'next/headers';
import { earlyLayoutScript } from '../components/page/earlyLayout.ts';
import { nonceOfPolicy } from '../components/ui/nonceOfPolicy.ts';
import { earlyDraftScript } from '../components/workspace/draft/earlyDraft.ts';

/** For the end of a page's HTML: puts the draft and the arrangement of this browser in place before anything has loaded. */
export async function EarlyScript({ link, lesson = null }: { link: string | null; lesson?: string | null }) {
  const nonce = nonceOfPolicy((await headers()).get('content-security-policy'));
  return (
    <script
      nonce={nonce}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the text is this project's own
      dangerouslySetInnerHTML={{ __html: earlyDraftScript(link, lesson) + earlyLayoutScript }}
      suppressHydrationWarning
    />
  );
}
