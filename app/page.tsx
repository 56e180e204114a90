import path from 'node:path';
import { headers } from 'next/headers';
import { earlyLayoutScript } from '../components/shell/earlyLayout.ts';
import { Playground } from '../components/shell/Playground.tsx';
import { nonceOfPolicy } from '../components/ui/nonceOfPolicy.ts';
import { earlyDraftScript } from '../components/workspace/earlyDraft.ts';
import { readStarter } from '../components/workspace/readStarter.ts';

/** The playground with the starter crate, which is in the first HTML and can be typed into before anything has loaded. */
export default async function Page() {
  const starter = await readStarter(path.join(process.cwd(), 'docker/starter'));
  const nonce = nonceOfPolicy((await headers()).get('content-security-policy'));
  return (
    <>
      <Playground starter={starter} />
      <script
        nonce={nonce}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the text is this project's own
        dangerouslySetInnerHTML={{ __html: earlyDraftScript + earlyLayoutScript }}
        suppressHydrationWarning
      />
      <noscript>
        <p className="fixed inset-x-0 bottom-0 bg-warn-soft px-3 py-2">
          Without JavaScript the code can be read here, but not run.
        </p>
      </noscript>
    </>
  );
}
