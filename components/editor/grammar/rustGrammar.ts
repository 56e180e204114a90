import type { languages } from 'monaco-editor/editor/editor.api.js';

/**
 * Monaco's grammar of Rust with what it leaves uncoloured: attributes, of which pgrx is full, macros, types, lifetimes
 * and documentation.
 */
export function rustGrammar(base: languages.IMonarchLanguage): languages.IMonarchLanguage {
  const { root = [], ...states } = base.tokenizer;
  return {
    ...base,
    tokenizer: {
      // First, since Monaco begins in the first state.
      root: [
        [/\/\/[/!].*$/, 'comment.doc'],
        [/#!?\[/, { token: 'attribute', next: '@attribute' }],
        [/[a-z_]\w*!(?=\s*[([{])/, 'macro'],
        [/macro_rules!/, 'macro'],
        [/'[a-zA-Z_]\w*(?!')\b/, 'lifetime'],
        [/[A-Z]\w*[a-z]\w*/, 'type'],
        [/\b(?:bool|char|str|[iu](?:8|16|32|64|128|size)|f32|f64)\b/, 'type'],
        ...root,
      ],
      ...states,
      attribute: [
        [/\[/, { token: 'attribute', next: '@push' }],
        [/\]/, { token: 'attribute', next: '@pop' }],
        [/"(?:[^"\\]|\\.)*"/, 'string'],
        [/[^[\]"]+/, 'attribute'],
        [/"/, 'attribute'],
      ],
    },
  };
}
