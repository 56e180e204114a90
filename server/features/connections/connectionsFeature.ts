import { limits } from '../../../protocol/limits.ts';
import type { ClientMessageOf } from '../../../protocol/messages/clientMessage.ts';
import type { Clock } from '../../base/clock.ts';
import { letRun } from '../../base/contain.ts';
import type { SqlPort } from '../../ports/runPorts.ts';
import type { FeatureHost, OpenFeature, SessionFeature } from '../feature.ts';
import type { MessageHandlers } from '../MessageMap.ts';
import { NamedConnection } from './NamedConnection.ts';

const wrong = 'Internal server error. Open it again.';

/** Connections to Postgres that a session has open beside its runs, each under a name and with a state of its own. */
export function connectionsFeature(sql: SqlPort, clock: Clock): OpenFeature {
  return (host) => new Connections(host, sql, clock);
}

class Connections implements SessionFeature {
  readonly #host: FeatureHost;
  readonly #sql: SqlPort;
  readonly #clock: Clock;
  readonly #all = new Map<string, NamedConnection>();
  /** Those that were closed and have not ended. */
  #closing = 0;
  readonly #life = new AbortController();

  constructor(host: FeatureHost, sql: SqlPort, clock: Clock) {
    this.#host = host;
    this.#sql = sql;
    this.#clock = clock;
  }

  readonly handles: MessageHandlers = {
    'connection.open': ({ connection }) => {
      this.#host.touch();
      letRun('connection', this.#open(connection), () => this.#close(connection, wrong));
    },
    'connection.execute': (message) => {
      this.#host.touch();
      this.#execute(message);
    },
    'connection.cancel': ({ connection }) => this.#all.get(connection)?.cancel(),
    'connection.close': ({ connection }) => this.#close(connection, 'Connection closed.'),
  };

  attached(): void {
    for (const connection of this.#all.values()) connection.tell(true);
  }

  runEnded(): void {
    for (const connection of this.#all.values()) letRun('connection', connection.look());
  }

  containerGone(): void {
    for (const name of this.#all.keys())
      this.#close(
        name,
        'The container no longer exists, so the connection was lost. Reopen it to use a new container.',
      );
  }

  close(): void {
    this.#life.abort();
    this.containerGone();
  }

  #execute({ connection, execution, sql }: ClientMessageOf<'connection.execute'>): void {
    const named = this.#all.get(connection);
    if (named) letRun('connection', named.execute(execution, sql));
  }

  /** Ends one; while that takes its time, it counts: each has a process in the container. */
  #close(name: string, why: string): void {
    const connection = this.#all.get(name);
    if (!connection) return;
    this.#all.delete(name);
    this.#closing += 1;
    const closed = connection.close(why).finally(() => {
      this.#closing -= 1;
    });
    letRun('connection', closed);
  }

  async #open(name: string): Promise<void> {
    const known = this.#all.get(name);
    if (known) return known.tell(true);
    const connection = new NamedConnection({
      name,
      clock: this.#clock,
      send: (message) => this.#host.send(message),
    });
    if (this.#closing >= limits.connections)
      return connection.close('Closed connections are still shutting down. Try again in a moment.');
    if (this.#all.size >= limits.connections)
      return connection.close(
        `A session can have at most ${limits.connections} connections. Close one first.`,
      );
    this.#all.set(name, connection);
    connection.tell(true);
    const held = await this.#host.acquire(this.#life.signal);
    if (this.#all.get(name) !== connection) return;
    if (typeof held === 'string') {
      this.#all.delete(name);
      return connection.close(held);
    }
    await connection.use(
      this.#sql.connect(held.sandbox, held.database, {
        onEvent: (event) => connection.happened(event),
        onClosed: () => connection.ended(),
      }),
    );
  }
}
