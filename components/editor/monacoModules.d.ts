/** Monaco's grammars, which come without types. */
declare module 'monaco-editor/languages/definitions/*.js' {
  import type { languages } from 'monaco-editor/editor/editor.api.js';
  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage;
}
