import type * as monaco from 'monaco-editor/editor/editor.api.js';
import * as sql from 'monaco-editor/languages/definitions/pgsql/pgsql.js';
import * as rust from 'monaco-editor/languages/definitions/rust/rust.js';
import { rustGrammar } from './rustGrammar.ts';
import { sqlGrammar } from './sqlGrammar.ts';
import { tomlBrackets, tomlGrammar } from './tomlGrammar.ts';

/** Teaches Monaco the languages of a project. */
export function registerLanguages({ languages }: typeof monaco): void {
  const all = [
    { id: 'rust', configuration: rust.conf, grammar: rustGrammar(rust.language) },
    { id: 'pgsql', configuration: sql.conf, grammar: sqlGrammar(sql.language) },
    { id: 'toml', configuration: tomlBrackets, grammar: tomlGrammar },
  ];
  for (const { id, configuration, grammar } of all) {
    languages.register({ id });
    languages.setLanguageConfiguration(id, configuration);
    languages.setMonarchTokensProvider(id, grammar);
  }
}
