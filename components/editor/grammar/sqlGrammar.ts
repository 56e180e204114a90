import type { languages } from 'monaco-editor/editor/editor.api.js';

/** Monaco's grammar of Postgres's SQL with what it does not know: dollar quotes, comments in comments, E'' and psql's commands. */
export function sqlGrammar(base: languages.IMonarchLanguage): languages.IMonarchLanguage {
  const { root = [], ...states } = base.tokenizer;
  return {
    ...base,
    tokenizer: {
      // First, since Monaco begins in the first state.
      root: [
        [/^\s*\\\S.*$/, 'macro'],
        [/\$([A-Za-z_]\w*)?\$/, { token: 'string', next: '@dollar.$1' }],
        [/[eE]'/, { token: 'string', next: '@escaped' }],
        ...root,
      ],
      ...states,
      dollar: [
        [/[^$]+/, 'string'],
        [
          /\$([A-Za-z_]\w*)?\$/,
          { cases: { '$1==$S2': { token: 'string', next: '@pop' }, '@default': 'string' } },
        ],
        [/\$/, 'string'],
      ],
      escaped: [
        [/[^'\\]+/, 'string'],
        [/\\.|''/, 'string'],
        [/'/, { token: 'string', next: '@pop' }],
        [/\\/, 'string'],
      ],
      comment: [
        [/[^*/]+/, 'comment'],
        [/\/\*/, { token: 'comment', next: '@push' }],
        [/\*\//, { token: 'comment', next: '@pop' }],
        [/./, 'comment'],
      ],
    },
  };
}
