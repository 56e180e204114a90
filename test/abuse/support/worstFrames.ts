import { newId } from '../../../server/base/newId.ts';

const file = '{"src/lib.rs":""}';
const many = (count: number, one: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => one(n)).join();
const run = (request: string) => `{"type":"run","run":"${newId()}","request":${request}}`;
const question = (params: string) =>
  `{"type":"language.message","message":{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":${params}}}`;

/** Frames of some megabyte, each the worst of its kind that could be thought of. */
export const worstFrames: Record<string, string> = {
  'file names': run(`{"files":{${many(65_000, (n) => `"f${n}":""`)}}}`),
  'bad file names': run(`{"files":{${many(9_000, (n) => `"/f${n}":1`)}}}`),
  'names of tests': run(`{"files":${file},"only":[${many(9_900, () => '1')}]}`),
  'one long file': run(`{"files":{"src/lib.rs":"${'\\u00e9'.repeat(170_000)}"}}`),
  'one long name': run(`{"files":{"${'a/'.repeat(500_000)}":""}}`),
  'a long script': run(`{"files":${file},"sql":"${'é'.repeat(500_000)}"}`),
  'values in each other': question(`${'['.repeat(500_000)}${']'.repeat(500_000)}`),
  'small values': question(`[${'{},'.repeat(340_000)}1]`),
  keys: `{"type":"ping",${many(80_000, (n) => `"k${n}":1`)}}`,
  blanks: ' '.repeat(1_000_000),
  'a number': '1'.repeat(1_000_000),
};
