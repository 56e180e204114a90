/** Modules of Monaco that come without types: its grammars and, for tests of ours, its tokenizer. */
declare module 'monaco-editor/languages/definitions/*.js' {
  import type { languages } from 'monaco-editor/editor/editor.api.js';
  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage;
}

declare module 'monaco-editor/editor/standalone/common/monarch/monarchCompile.js' {
  import type { languages } from 'monaco-editor/editor/editor.api.js';
  export function compile(languageId: string, grammar: languages.IMonarchLanguage): object;
}

declare module 'monaco-editor/editor/standalone/common/monarch/monarchLexer.js' {
  interface Line {
    tokens: { offset: number; type: string }[];
    endState: object;
  }
  export class MonarchTokenizer {
    constructor(languages: null, theme: null, languageId: string, lexer: object, settings: object);
    getInitialState(): object;
    tokenize(line: string, hasEndOfLine: boolean, state: object): Line;
  }
}
