import type { languages } from 'monaco-editor/editor/editor.api.js';

/** TOML, which Monaco does not have. Control files of extensions, `key = 'value'`, are coloured by it as well. */
export const tomlGrammar: languages.IMonarchLanguage = {
  defaultToken: '',
  tokenizer: {
    root: [
      [/#.*$/, 'comment'],
      [/^\s*\[\[?[^\]]*\]\]?/, 'type'],
      [/[\w-]+(?=\s*(?:\.\s*[\w"'-]+\s*){0,9}=)/, 'attribute'],
      [/"""/, { token: 'string', next: '@longBasic' }],
      [/'''/, { token: 'string', next: '@longLiteral' }],
      [/"(?:[^"\\]|\\.)*"?/, 'string'],
      [/'[^']*'?/, 'string'],
      [/\b(?:true|false|inf|nan)\b/, 'keyword'],
      [/\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d\S*)?/, 'number'],
      [/[+-]?(?:0x[\da-fA-F_]+|0o[0-7_]+|0b[01_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)\b/, 'number'],
      [/[{}[\]]/, '@brackets'],
      [/[=,.]/, 'delimiter'],
    ],
    longBasic: [
      [/"""/, { token: 'string', next: '@pop' }],
      [/[^"\\]+|\\.|["\\]/, 'string'],
    ],
    longLiteral: [
      [/'''/, { token: 'string', next: '@pop' }],
      [/[^']+|'/, 'string'],
    ],
  },
};

export const tomlBrackets: languages.LanguageConfiguration = {
  comments: { lineComment: '#' },
  brackets: [
    ['{', '}'],
    ['[', ']'],
  ],
  autoClosingPairs: ['{}', '[]', '""', "''"].map((pair) => ({
    open: pair.charAt(0),
    close: pair.charAt(1),
    notIn: ['string', 'comment'],
  })),
};
