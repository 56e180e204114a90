import type { Diagnostic } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';
import { utf16Column } from '../cargo/utf16Column.ts';
import { withoutEscapes } from '../cargo/withoutEscapes.ts';

/** What rustfmt says of a file that it cannot read, at the place of its first error. */
export function rustfmtDiagnostic(file: string, source: string, said: string): Diagnostic {
  const text = withoutEscapes(said);
  const [, message = 'rustfmt couldn’t parse this file', at = '1', from = '1'] =
    /^error(?:\[\w+\])?: (.*)\n\s*--> <stdin>:(\d+):(\d+)/m.exec(text) ?? [];
  const line = Math.max(1, Number(at));
  const column = utf16Column(source.split('\n')[line - 1] ?? '', Math.max(1, Number(from)));
  return {
    type: 'diagnostic',
    severity: 'error',
    code: null,
    message: clipText(`Not formatted: ${message}`, limits.textLength - 100),
    file,
    line,
    column,
    endLine: line,
    endColumn: column + 1,
    rendered: clipText(text.replaceAll('<stdin>', file), limits.textLength - 100),
    suggestions: [],
  };
}
