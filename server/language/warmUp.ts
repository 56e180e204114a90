import { languageRoot } from '../../protocol/messages/languageMessages.ts';

/** The id of the question, which no page can ask: theirs are numbers. */
export const warmUpId = 'warmUp';

const uri = `file://${languageRoot}/src/lib.rs`;

/** Once that is answered: a change before would end the answering. The library is as it is on disk again. */
export const warmedUp = { method: 'textDocument/didClose', params: { textDocument: { uri } } };

/**
 * What is said to a rust-analyzer that has read the project, so that the first completion of a person does not wait for
 * it to go through all of pgrx and std, some ten seconds: the library with one more line, and a completion at that line's
 * end.
 */
export function warmUpMessages(library: string): object[] {
  const text = `${library}\nfn playground_warm_up() { let text = String::new(); text.to_u`;
  const lines = text.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return [
    {
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'rust', version: 0, text } },
    },
    { id: warmUpId, method: 'textDocument/completion', params: { textDocument: { uri }, position } },
  ];
}
