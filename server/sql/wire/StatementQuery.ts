import type { Connection, DatabaseError, Submittable } from 'pg';
import { limits } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';
import { ResultRows } from './ResultRows.ts';

/** One result of a message to Postgres; a message can hold several statements, and a rule can add some. */
export interface StatementResultRows {
  command: string | null;
  rowCount: number | null;
  columns: { name: string; typeOid: number }[];
  rows: (string | null)[][];
  truncated: boolean;
  /** What COPY … TO STDOUT gave. */
  text?: string;
}

/** How a message to Postgres ended: with its results, or with the error that Postgres sent after some results. */
export interface QueryEnd {
  results: StatementResultRows[];
  error: DatabaseError | Error | null;
}

/**
 * A message in the simple query protocol, for `Client.query`. Unlike `pg`'s own Query it keeps text as Postgres sent
 * it, keeps no more rows than a result may have and counts the rest, and answers COPY.
 */
export class StatementQuery implements Submittable {
  readonly finished: Promise<QueryEnd>;
  readonly #text: string;
  readonly #copyData: string;
  readonly #finish: (end: QueryEnd) => void;
  readonly #results: StatementResultRows[] = [];
  #rows: ResultRows | null = null;
  #copied: ResultRows | null = null;
  /** What the results together may still hold: no more can ever leave the run. */
  #room: number = limits.runBytes;

  constructor(text: string, copyData = '') {
    this.#text = text;
    this.#copyData = copyData;
    const { promise, resolve } = Promise.withResolvers<QueryEnd>();
    this.finished = promise;
    this.#finish = resolve;
  }

  submit(connection: Connection): void {
    connection.query(this.#text);
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    const columns = fields.map(({ name, dataTypeID }) => ({ name, typeOid: dataTypeID }));
    this.#rows = new ResultRows(columns, this.#room);
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    this.#rows?.add(fields);
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#end(text);
  }

  handleEmptyQuery(): void {
    this.#end(null);
  }

  handleCopyInResponse(connection: Connection & CopyCalls): void {
    if (this.#copyData !== '') connection.sendCopyFromChunk(Buffer.from(this.#copyData));
    connection.endCopyFrom();
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.#copied ??= new ResultRows([], this.#room);
    this.#copied.addText(chunk);
  }

  handleError(error: DatabaseError | Error): void {
    this.#finish({ results: this.#results, error });
  }

  handleReadyForQuery(): void {
    this.#finish({ results: this.#results, error: null });
  }

  #end(tag: string | null): void {
    // Results past this many are not for reading; a rule or a hostile server could send them without end.
    if (this.#results.length < maxResults) {
      const { columns, rows, count, truncated } = this.#rows ?? new ResultRows([], 0);
      this.#room -= (this.#rows?.length ?? 0) + (this.#copied?.length ?? 0);
      this.#results.push({
        command: tag === null ? null : clipText(tag, 200),
        rowCount: this.#rows ? count : affectedRows(tag),
        columns,
        rows,
        truncated: truncated || this.#copied?.truncated === true,
        ...(this.#copied && { text: this.#copied.text }),
      });
    }
    this.#rows = null;
    this.#copied = null;
  }
}

const maxResults = 100;

interface CopyCalls {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** The number at the end of a command tag such as `INSERT 0 3`. */
function affectedRows(tag: string | null): number | null {
  const count = /^[A-Z ]+(?: \d+)? (\d{1,15})$/.exec(tag ?? '')?.[1];
  return count === undefined ? null : Number(count);
}
