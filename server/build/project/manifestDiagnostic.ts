import type { Diagnostic, Suggestion } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';

interface MarkOptions {
  column?: number;
  severity?: 'error' | 'warning';
  suggestions?: Suggestion[];
  /** What kind of problem it is; the page may know what mends all of a kind. */
  code?: string | null;
  /** The path of the manifest. */
  file?: string;
}

/** An error or a warning in one of a Cargo.toml's lines, marked from `column` (1, or where a word begins) to the line's end. */
export function manifestDiagnostic(
  lines: readonly string[],
  line: number,
  message: string,
  { column = 1, severity = 'error', suggestions = [], code = null, file = 'Cargo.toml' }: MarkOptions = {},
): Diagnostic {
  const colour = severity === 'error' ? 91 : 93;
  const length = lines[line - 1]?.replace(/\r$/, '').length ?? 0;
  const clipped = clipText(message, limits.textLength - 100);
  return {
    type: 'diagnostic',
    severity,
    code,
    message: clipped,
    file,
    line,
    column,
    endLine: line,
    endColumn: Math.max(column, length + 1),
    rendered: `\u001b[1m\u001b[${colour}m${severity}\u001b[0m\u001b[1m: ${clipped}\u001b[0m\n \u001b[1m\u001b[94m-->\u001b[0m ${file}:${line}:${column}\n`,
    suggestions,
  };
}
