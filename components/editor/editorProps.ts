import type { Diagnostic } from '../../protocol/events/events.ts';
import type { Remedy } from '../page/remedies/useAddCrate.ts';
import type { EditorLanguage } from './language/editorLanguage.ts';
import type { RunFindings } from './marks/marks.ts';

/** A test of a file, to be marked beside its line. */
export interface EditorTest {
  name: string;
  file: string;
  line: number;
  status: 'passed' | 'failed' | 'other';
}

/** What the page tells an editor beside the workspace's text. */
export interface EditorProps {
  /** `code` shows the workspace's active file, `script` its SQL. */
  pane: 'code' | 'script';
  /** What the last run and the last check said of the text, each with the text it said it of. */
  findings: readonly RunFindings[];
  /** The tests of all files, and what a click on one's mark does. */
  tests?: readonly EditorTest[];
  onRunTest?(name: string): void;
  /** What mends a compiler error beside what the compiler itself suggests, if anything does. */
  remedyOf?(diagnostic: Diagnostic): Remedy | null;
  /** The language server, while one is ready. */
  language: EditorLanguage | null;
}
