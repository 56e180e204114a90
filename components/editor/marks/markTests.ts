import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { EditorProps, EditorTest } from '../editorProps.ts';
import type { Monaco } from '../monaco/monaco.ts';

interface TestMarks {
  /** Draws the marks of the document that is shown, in the place of those that were there. */
  show(tests: readonly EditorTest[]): void;
  dispose(): void;
}

/** A mark between the line's number and its text for each test, which runs it when it is clicked. */
export function markTests(
  monaco: Monaco,
  view: editor.IStandaloneCodeEditor,
  props: () => Pick<EditorProps, 'onRunTest'>,
): TestMarks {
  const drawn = view.createDecorationsCollection();
  let shown: readonly EditorTest[] = [];
  const clicks = view.onMouseDown(({ target, event }) => {
    const { GUTTER_LINE_DECORATIONS } = monaco.editor.MouseTargetType;
    if (target.type !== GUTTER_LINE_DECORATIONS || !event.leftButton) return;
    const line = target.position.lineNumber;
    const at = drawn.getRanges().findIndex(({ startLineNumber }) => startLineNumber === line);
    const test = shown[at];
    if (test) props().onRunTest?.(test.name);
  });
  return {
    show(tests) {
      shown = tests;
      drawn.set(
        tests.map(({ line, status, name }) => ({
          range: new monaco.Range(line, 1, line, 1),
          options: {
            linesDecorationsClassName: `test-mark test-mark-${status}`,
            linesDecorationsTooltip: `Run test ${name}`,
            stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
          },
        })),
      );
    },
    dispose() {
      clicks.dispose();
      drawn.clear();
    },
  };
}
