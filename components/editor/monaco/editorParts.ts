import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { markTests } from '../marks/markTests.ts';
import type { EditorModels } from './EditorModels.ts';

/** What belongs to one editor, as long as it is there. */
export interface EditorParts {
  view: editor.IStandaloneCodeEditor;
  models: EditorModels;
  tests: ReturnType<typeof markTests>;
}
