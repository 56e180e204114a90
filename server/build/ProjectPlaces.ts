import type { ProjectFiles } from '../../protocol/project.ts';
import type { RustcPlace, RustcSpan } from './rustcMessage.ts';
import { utf16Columns } from './utf16Column.ts';

/** A place as events have it: 1-based, columns in UTF-16 code units. */
export interface Place {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Macros of the dependencies expand a few levels deep; recursive ones up to rustc's limit of 128. */
const deepestExpansion = 130;

/** Finds in the project's files what rustc says of them. */
export class ProjectPlaces {
  readonly #files: ProjectFiles;
  readonly #lines = new Map<string, string[]>();
  /** By the lines' texts, of those that places were asked for in. */
  readonly #columns = new Map<string, (column: number) => number>();

  constructor(files: ProjectFiles) {
    this.#files = files;
  }

  /** The span's own place, or that of the macro call that it came from, whichever is first in the project. */
  of(span: RustcSpan): Place | null {
    let at: RustcSpan | undefined = span;
    for (let depth = 0; at && depth < deepestExpansion; depth++) {
      const file = this.#path(at.file_name);
      if (file !== null) return this.#place(file, at, this.#textOf(file));
      at = at.expansion?.span;
    }
    return null;
  }

  /** A place in a file that is not the project's, such as a dependency's source. */
  elsewhere(span: RustcSpan): Place {
    return this.#place(span.file_name.slice(0, 512), span, null);
  }

  #path(name: string): string | null {
    const path = name.replace(/^(\/work\/project\/|\.\/)/, '');
    return Object.hasOwn(this.#files, path) ? path : null;
  }

  #place(file: string, span: RustcPlace & Partial<RustcSpan>, lines: string[] | null): Place {
    const line = Math.max(1, span.line_start);
    const endLine = Math.max(line, span.line_end);
    const startText = lines?.[line - 1] ?? span.text?.[0]?.text ?? '';
    const endText = lines?.[endLine - 1] ?? span.text?.at(-1)?.text ?? '';
    const column = this.#columnsOf(startText, lines)(Math.max(1, span.column_start));
    const endColumn = this.#columnsOf(endText, lines)(Math.max(1, span.column_end));
    return {
      file,
      line,
      column,
      endLine,
      endColumn: endLine === line ? Math.max(column, endColumn) : endColumn,
    };
  }

  /** Only the project's own lines are kept: what rustc quotes of others has no bound. */
  #columnsOf(text: string, lines: string[] | null): (column: number) => number {
    const known = this.#columns.get(text) ?? utf16Columns(text);
    if (lines) this.#columns.set(text, known);
    return known;
  }

  #textOf(file: string): string[] {
    const lines = this.#lines.get(file) ?? (this.#files[file] ?? '').split('\n');
    this.#lines.set(file, lines);
    return lines;
  }
}
