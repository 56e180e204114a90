import type { editor, IDisposable } from 'monaco-editor/editor/editor.api.js';
import type { EditorProps } from '../editorProps.ts';
import type { Monaco } from './monaco.ts';

type Keys = Pick<EditorProps, 'onRun' | 'onCommands' | 'onNextProblem'>;

/** The page's keys inside of an editor, where Monaco would otherwise take them for its own. `keys` is asked each time. */
export function addKeys(monaco: Monaco, view: editor.IStandaloneCodeEditor, keys: () => Keys): IDisposable {
  const { KeyCode, KeyMod } = monaco;
  const actions: editor.IActionDescriptor[] = [
    { id: 'run', label: 'Run', keybindings: [KeyMod.CtrlCmd | KeyCode.Enter], run: () => keys().onRun() },
    {
      id: 'commands',
      label: 'Commands',
      keybindings: [KeyMod.CtrlCmd | KeyCode.KeyK],
      run: () => keys().onCommands?.(),
    },
    {
      id: 'nextProblem',
      label: 'Next problem',
      keybindings: [KeyCode.F8],
      run: () => keys().onNextProblem?.(1),
    },
    {
      id: 'previousProblem',
      label: 'Previous problem',
      keybindings: [KeyMod.Shift | KeyCode.F8],
      run: () => keys().onNextProblem?.(-1),
    },
  ];
  const added = actions.map((action) => view.addAction(action));
  return {
    dispose() {
      for (const action of added) action.dispose();
    },
  };
}
