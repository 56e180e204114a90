import type { languages } from 'monaco-editor/editor/editor.api.js';
import { compile } from 'monaco-editor/editor/standalone/common/monarch/monarchCompile.js';
import { MonarchTokenizer } from 'monaco-editor/editor/standalone/common/monarch/monarchLexer.js';

/** The tokens of lines, as Monaco's own tokenizer finds them, for tests: it needs no editor and no page. */
export function tokenize(
  grammar: languages.IMonarchLanguage,
  lines: readonly string[],
): { token: string; text: string }[] {
  const settings = { getValue: () => 20_000, onDidChangeConfiguration: () => ({ dispose() {} }) };
  const tokenizer = new MonarchTokenizer(null, null, 'test', compile('test', grammar), settings);
  let state = tokenizer.getInitialState();
  return lines.flatMap((line) => {
    const { tokens, endState } = tokenizer.tokenize(line, true, state);
    state = endState;
    return tokens.map(({ offset, type }, index) => ({
      token: type.replace(/\.test$/, ''),
      text: line.slice(offset, tokens[index + 1]?.offset).trim(),
    }));
  });
}
