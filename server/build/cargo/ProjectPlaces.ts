import type { ProjectFiles } from '../../../protocol/project.ts';
import { callOf, type RustcPlace, type RustcSpan } from './rustcMessage.ts';
import { utf16Columns } from './utf16Column.ts';

/** A place as events have it: 1-based, columns in UTF-16 code units. */
export interface Place {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** How a line's columns are counted; null where the file has no such line. */
type ColumnsIn = (line: number) => ReturnType<typeof utf16Columns> | null;

/** Macros of the dependencies expand a few levels deep; recursive ones up to rustc's limit of 128. */
const deepestExpansion = 130;

/** Finds in the project's files what rustc says of them. */
export class ProjectPlaces {
  readonly #files: ProjectFiles;
  readonly #columns = new Map<string, ColumnsIn>();

  constructor(files: ProjectFiles) {
    this.#files = files;
  }

  /** The span's own place, or that of the macro call that it came from, whichever is first in the project. */
  of(span: RustcSpan): Place | null {
    let at: RustcSpan | null = span;
    for (let depth = 0; at && depth < deepestExpansion; depth++) {
      const file = this.#path(at.file_name);
      if (file !== null) return this.#place(file, at, this.#columnsIn(file));
      at = callOf(at);
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

  #place(file: string, span: RustcPlace & Partial<RustcSpan>, columnsIn: ColumnsIn | null): Place {
    const line = Math.max(1, span.line_start);
    const endLine = Math.max(line, span.line_end);
    const begins = columnsIn?.(line) ?? utf16Columns(span.text?.[0]?.text ?? '');
    const ends = columnsIn?.(endLine) ?? utf16Columns(span.text?.at(-1)?.text ?? '');
    const column = begins(Math.max(1, span.column_start));
    const endColumn = ends(Math.max(1, span.column_end));
    return {
      file,
      line,
      column,
      endLine,
      endColumn: endLine === line ? Math.max(column, endColumn) : endColumn,
    };
  }

  #columnsIn(file: string): ColumnsIn {
    const known = this.#columns.get(file);
    if (known) return known;
    const lines = (this.#files[file] ?? '').split('\n');
    const seen = new Map<number, ReturnType<typeof utf16Columns>>();
    const columnsIn: ColumnsIn = (line) => {
      const text = lines[line - 1];
      if (text === undefined) return null;
      const columns = seen.get(line) ?? utf16Columns(text);
      seen.set(line, columns);
      return columns;
    };
    this.#columns.set(file, columnsIn);
    return columnsIn;
  }
}
