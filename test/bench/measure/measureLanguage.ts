import { languageRoot } from '../../../protocol/messages/languageMessages.ts';
import { SocketPage } from '../../support/SocketPage.ts';
import { benchServer } from '../benchServer.ts';
import { hello } from '../subjects.ts';

export interface LanguageTimes {
  /** Milliseconds from asking for the language server to its being ready, in a container that is there. */
  ready: number;
  /** Of the first completion, which goes through all of pgrx. */
  first: number;
  /** Of each completion after an edit from then on. */
  warm: number[];
}

const uri = `file://${languageRoot}/src/lib.rs`;

/** A language server, from its start to completions while one types. */
export async function measureLanguage(edits: number): Promise<LanguageTimes> {
  await using server = await benchServer({ PLAYGROUND_WARM: '1' });
  await using page = await SocketPage.connect(server.url);
  const began = performance.now();
  page.send({ type: 'language.start', files: hello.files(0) });
  await page.until('language.state', ({ state }) => state === 'ready');
  const ready = performance.now() - began;
  const notify = (method: 'textDocument/didOpen' | 'textDocument/didChange', params: object) =>
    page.send({ type: 'language.message', message: { jsonrpc: '2.0', method, params } });

  const complete = async (edit: number): Promise<number> => {
    const text = `${hello.files(edit)['src/lib.rs']}\nfn asks() { let found = Spi:: }\n`;
    const line = text.split('\n').findIndex((one) => one.includes('Spi::'));
    const start = performance.now();
    if (edit === 0)
      notify('textDocument/didOpen', { textDocument: { uri, languageId: 'rust', version: 1, text } });
    else
      notify('textDocument/didChange', {
        textDocument: { uri, version: edit + 1 },
        contentChanges: [{ text }],
      });
    const params = { textDocument: { uri }, position: { line, character: 29 } };
    page.send({
      type: 'language.message',
      message: { jsonrpc: '2.0', id: edit, method: 'textDocument/completion', params },
    });
    const { message } = await page.until('language.message', (one) => one.message.id === edit);
    if (!JSON.stringify(message.result ?? null).includes('get_one'))
      throw new Error(`there was no completion: ${JSON.stringify(message).slice(0, 300)}`);
    return performance.now() - start;
  };

  const first = await complete(0);
  const warm: number[] = [];
  for (let edit = 1; edit <= edits; edit++) warm.push(await complete(edit));
  return { ready, first, warm };
}
