import type { editor, IDisposable } from 'monaco-editor/editor/editor.api.js';
import type { Monaco } from './monaco.ts';

/** While any of these is so, Escape has something else to end first. */
const busy = [
  'suggestWidgetVisible',
  'findWidgetVisible',
  'codeActionMenuVisible',
  'editorHasSelection',
  'editorHasMultipleSelections',
  'inSnippetMode',
  'renameInputVisible',
  'markersNavigationVisible',
];

/**
 * Lets the keyboard out of the editor: after Escape, Tab moves on instead of indenting, until another key is pressed or
 * the focus has gone. `onChange` tells which of the two Tab does, to show and to say it.
 */
export function releaseTab(
  monaco: Monaco,
  view: editor.IStandaloneCodeEditor,
  onChange: (released: boolean) => void,
): IDisposable {
  const set = (released: boolean) => {
    if (view.getOption(monaco.editor.EditorOption.tabFocusMode) === released) return;
    view.updateOptions({ tabFocusMode: released });
    onChange(released);
  };
  const { Escape, Tab, Shift } = monaco.KeyCode;
  const parts = [
    view.addAction({
      id: 'releaseTab',
      label: 'Make Tab move focus',
      keybindings: [Escape],
      keybindingContext: ['editorTextFocus', ...busy.map((key) => `!${key}`)].join(' && '),
      run: () => set(true),
    }),
    view.onKeyDown(({ keyCode }) => {
      if (keyCode !== Escape && keyCode !== Tab && keyCode !== Shift) set(false);
    }),
    view.onDidBlurEditorText(() => set(false)),
  ];
  return {
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}
