import { clipText } from '../../base/clipText.ts';
import type { PgConnection } from '../wire/PgConnection.ts';

/** The names of types as Postgres's `format_type` writes them; asked for once each. */
export class TypeNames {
  readonly #names = new Map<number, string>();

  /** Asks for all types that there are, so that results need not wait for it later. */
  async load(connection: PgConnection): Promise<void> {
    await this.#ask(connection, '');
  }

  /** The name of each type. Asks for those that are new, where the connection's transaction allows it. */
  async of(connection: PgConnection, oids: readonly number[]): Promise<string[]> {
    const unknown = oids.filter((oid) => !this.#names.has(oid));
    if (unknown.length > 0 && connection.isOpen && !connection.inFailedTransaction) {
      await this.#ask(connection, `WHERE oid IN (${unknown.join(', ')})`);
    }
    return oids.map((oid) => this.#names.get(oid) ?? `type ${oid}`);
  }

  async #ask(connection: PgConnection, where: string): Promise<void> {
    const rows = await connection.ask(
      `SELECT oid, pg_catalog.format_type(oid, NULL) FROM pg_catalog.pg_type ${where}`,
    );
    for (const [oid, name] of rows ?? []) {
      if (oid && name) this.#names.set(Number(oid), clipText(name, 200));
    }
  }
}
