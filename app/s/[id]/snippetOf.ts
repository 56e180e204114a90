import { cache } from 'react';
import { type SnippetAnswer, type SnippetReader, snippetReaderKey } from '../../../protocol/snippet.ts';

/** What is under a link, as the server in front has it; asked once for an answer, whoever needs it. */
export const snippetOf = cache(async (id: string): Promise<SnippetAnswer> => {
  const read = (globalThis as { [snippetReaderKey]?: SnippetReader })[snippetReaderKey];
  if (!read) throw new Error('the server has put no reader of snippets where the page finds it');
  return read(id);
});
