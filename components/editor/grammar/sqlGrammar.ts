import type { languages } from 'monaco-editor/editor/editor.api.js';
import { sqlKeywords, sqlPhrases } from './sqlKeywords.ts';

/**
 * Monaco's grammar of Postgres's SQL with what it does not know: dollar quotes, comments in comments, E'', psql's commands
 * and most keywords.
 */
export function sqlGrammar(base: languages.IMonarchLanguage): languages.IMonarchLanguage {
  const { root = [], ...states } = base.tokenizer;
  return {
    ...base,
    keywords: [...base.keywords, ...sqlKeywords.map((word) => word.toUpperCase())],
    tokenizer: {
      // First, since Monaco begins in the first state.
      root: [
        [/^\s*\\\S.*$/, 'macro'],
        [/\$\$/, { token: 'string', next: '@dollars' }],
        [/\$([A-Za-z_]\w*)\$/, { token: 'string', next: '@dollar.$1' }],
        [/[eE]'/, { token: 'string', next: '@escaped' }],
        // A name behind a point is a name, whatever it is.
        [/(\.)([A-Za-z_][\w$]*)/, ['delimiter', 'identifier']],
        [sqlPhrases, 'keyword'],
        ...root,
      ],
      ...states,
      // Monarch has no name for a state whose parameter is empty.
      dollars: [
        [/[^$]+/, 'string'],
        [/\$\$/, { token: 'string', next: '@pop' }],
        [/\$/, 'string'],
      ],
      dollar: [
        [/[^$]+/, 'string'],
        [
          /\$([A-Za-z_]\w*)\$/,
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
