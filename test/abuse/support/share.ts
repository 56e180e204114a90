import { type ShareRequest, shareAnswer } from '../../../protocol/snippet.ts';
import { askPage } from './askPage.ts';

/** Shares a project and returns the link's id. Throws where the server makes no link of it. */
export async function share(url: string, wish: Partial<ShareRequest>, from?: string): Promise<string> {
  const { status, body } = await askPage(`${url}/api/v1/snippets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'attack', files: { 'src/lib.rs': 'fn a() {}' }, ...wish }),
    from,
  });
  if (status !== 200 && status !== 201) throw new Error(`It was not shared: ${status} ${body}`);
  return shareAnswer.parse(JSON.parse(body)).id;
}
