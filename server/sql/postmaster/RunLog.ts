import type { RunEvent } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';
import type { Emit } from '../../ports/runPorts.ts';
import type { PgConnection } from '../wire/PgConnection.ts';
import { runLogText } from './runLogText.ts';

/** Where `postgres-start` has the server's log written. */
const file = '/tmp/server.log';

/** Read are this many pieces of this many bytes: several times what an event can hold, as part of it is told elsewhere. */
const pieces = 15;
const pieceBytes = 4500;

interface LogEnd {
  size: number;
  /** When the server was started that writes it. */
  started: string;
}

/** What the server logs while a run goes on. It is asked for over the run's own connection, which takes half a millisecond. */
export class RunLog {
  readonly #told = new Set<string>();
  /** Where the log ended when the run began, and which server's it was; null where that is not known. */
  #begun: LogEnd | null = null;

  /** Passes events on, and notes what need not be told again. */
  hear(emit: Emit): Emit {
    return (event) => {
      if ((event.type === 'sqlError' || event.type === 'notice') && this.#told.size < 10_000)
        this.#told.add(event.message.split('\n', 1)[0] ?? '');
      emit(event);
    };
  }

  async begin(connection: PgConnection): Promise<void> {
    this.#begun = await endOfLog(connection);
  }

  /** What was logged since then; null where that is nothing, or cannot be asked for. */
  async end(connection: PgConnection): Promise<RunEvent | null> {
    if (!this.#begun || !connection.isOpen) return null;
    // The run is over: what it has left open is rolled back in any case.
    if (connection.transaction !== 'none' && (await connection.ask('ROLLBACK')) === null) return null;
    const now = await endOfLog(connection);
    if (!now) return null;
    // A server that was started anew begins a new file, and so does one whose file is full.
    const isSame = now.started === this.#begun.started && now.size >= this.#begun.size;
    const from = isSame ? this.#begun.size : 0;
    if (now.size === from) return null;
    const read = await connection.ask(
      `SELECT pg_catalog.encode(pg_catalog.pg_read_binary_file('${file}', ${from} + n * ${pieceBytes}, ${pieceBytes}, true), 'base64') FROM pg_catalog.generate_series(0, ${pieces - 1}) AS n`,
    );
    const log = Buffer.concat((read ?? []).map(([piece]) => Buffer.from(piece ?? '', 'base64'))).toString();
    const text = clipText(runLogText(log, this.#told), limits.textLength);
    return text === '' ? null : { type: 'log', stream: 'postgres', text };
  }
}

async function endOfLog(connection: PgConnection): Promise<LogEnd | null> {
  const rows = await connection.ask(
    `SELECT size, pg_catalog.pg_postmaster_start_time() FROM pg_catalog.pg_stat_file('${file}', true)`,
  );
  const [size, started] = rows?.[0] ?? [];
  return /^\d{1,15}$/.test(size ?? '') && started ? { size: Number(size), started } : null;
}
