import type { ClientMessage } from '../../protocol/clientMessage.ts';
import { limits } from '../../protocol/limits.ts';
import type { Clock } from '../base/clock.ts';
import type { FeatureHost, OpenFeature, SessionFeature } from './feature.ts';
import { NamedConnection } from './NamedConnection.ts';
import type { SqlPort } from './runPorts.ts';

/** Connections to Postgres that a session has open beside its runs, each under a name and with a state of its own. */
export function connectionsFeature(sql: SqlPort, clock: Clock): OpenFeature {
  return (host) => new Connections(host, sql, clock);
}

class Connections implements SessionFeature {
  readonly #host: FeatureHost;
  readonly #sql: SqlPort;
  readonly #clock: Clock;
  readonly #all = new Map<string, NamedConnection>();
  readonly #life = new AbortController();

  constructor(host: FeatureHost, sql: SqlPort, clock: Clock) {
    this.#host = host;
    this.#sql = sql;
    this.#clock = clock;
  }

  handle(message: ClientMessage): boolean {
    switch (message.type) {
      case 'connection.open':
        this.#host.touch();
        void this.#open(message.connection);
        return true;
      case 'connection.execute':
        this.#host.touch();
        void this.#all.get(message.connection)?.execute(message.execution, message.sql);
        return true;
      case 'connection.cancel':
        this.#all.get(message.connection)?.cancel();
        return true;
      case 'connection.close':
        this.#all.get(message.connection)?.close('Connection closed.');
        this.#all.delete(message.connection);
        return true;
      default:
        return false;
    }
  }

  attached(): void {
    for (const connection of this.#all.values()) connection.tell(true);
  }

  runEnded(): void {
    for (const connection of this.#all.values()) void connection.look();
  }

  containerGone(): void {
    for (const connection of this.#all.values())
      connection.close(
        'The container no longer exists, so the connection was lost. Reopen it to use a new container.',
      );
    this.#all.clear();
  }

  close(): void {
    this.#life.abort();
    this.containerGone();
  }

  async #open(name: string): Promise<void> {
    const known = this.#all.get(name);
    if (known) return known.tell(true);
    const connection = new NamedConnection({
      name,
      clock: this.#clock,
      send: (message) => this.#host.send(message),
    });
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
