import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The tables, step by step. A step that is out in the world is never changed: another one is added. */
export function migrations(bytes: 'blob' | 'bytea'): Record<string, Migration> {
  return {
    '0001_snippets': {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable('bodies')
          .addColumn('hash', 'text', (column) => column.primaryKey())
          .addColumn('content', bytes, (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('snippets')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('title', 'text', (column) => column.notNull())
          .addColumn('description', 'text', (column) => column.notNull())
          .addColumn('postgres', 'integer', (column) => column.notNull())
          .addColumn('content', 'text', (column) => column.references('bodies.hash'))
          .addColumn('lock', 'text', (column) => column.references('bodies.hash'))
          .addColumn('events', 'text', (column) => column.references('bodies.hash'))
          .addColumn('postgres_version', 'text', (column) => column.notNull())
          .addColumn('pgrx', 'text', (column) => column.notNull())
          .addColumn('rustc', 'text', (column) => column.notNull())
          .addColumn('image', 'text', (column) => column.notNull())
          .addColumn('parent', 'text')
          .addColumn('created_at', 'text', (column) => column.notNull())
          .addColumn('secret_hash', 'text', (column) => column.notNull())
          .addColumn('deleted_at', 'text')
          .addColumn('blocked', 'text')
          .execute();
        for (const column of ['content', 'lock', 'events'])
          await db.schema.createIndex(`snippets_${column}`).on('snippets').column(column).execute();
      },
    },
  };
}
