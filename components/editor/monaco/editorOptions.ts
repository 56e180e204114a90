import type { editor } from 'monaco-editor/editor/editor.api.js';

/** How every editor looks and behaves. Its colours are those of `editorTheme`, its padding that of PlainEditor.css. */
export const editorOptions: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontSize: 13,
  lineHeight: 20,
  fontLigatures: false,
  padding: { top: 8, bottom: 8 },
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 10,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  smoothScrolling: false,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  // The browser's own menu copies and pastes without asking for leave.
  contextmenu: false,
  renderLineHighlightOnlyWhenFocus: true,
  fixedOverflowWidgets: true,
  stickyScroll: { enabled: false },
  guides: { indentation: false },
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
  // Words of the same file are no completions worth a popup while one types; `offerWords` has them for who asks.
  wordBasedSuggestions: 'off',
  quickSuggestions: false,
  suggestOnTriggerCharacters: false,
  tabCompletion: 'off',
};
