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
  const ending = new AbortController();
  const pressed = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || !event.target.classList.contains('test-mark')) return;
    // Folding hears clicks beside line numbers as well, and a test is a function that can be folded.
    event.stopPropagation();
    if (event.type !== 'mousedown' || event.button !== 0) return;
    event.preventDefault();
    const line = view.getTargetAtClientPoint(event.clientX, event.clientY)?.position?.lineNumber;
    const at = drawn.getRanges().findIndex(({ startLineNumber }) => startLineNumber === line);
    const test = shown[at];
    if (test) props().onRunTest?.(test.name);
  };
  for (const type of ['mousedown', 'mouseup'] as const)
    view.getContainerDomNode().addEventListener(type, pressed, { capture: true, signal: ending.signal });
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
      ending.abort();
      drawn.clear();
    },
  };
}
