import path from 'node:path';
import { Playground } from '../components/playground/Playground.tsx';
import { readStarter } from '../components/workspace/readStarter.ts';
import { EarlyScript } from './EarlyScript.tsx';

/** The playground with the starter crate, which is in the first HTML and can be typed into before anything has loaded. */
export default async function Page() {
  const starter = await readStarter(path.join(process.cwd(), 'docker/starter'));
  return (
    <>
      <Playground starter={starter} />
      <EarlyScript link={null} />
      <noscript>
        <p className="fixed inset-x-0 bottom-0 bg-warn-soft px-3 py-2">
          Without JavaScript, you can read the code but can’t run it.
        </p>
      </noscript>
    </>
  );
}
