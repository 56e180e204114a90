/** The store's tables, as Kysely types them. Times are ISO 8601 texts in UTC, so that both databases keep them alike. */
export interface Tables {
  /** Each text once, however many snippets have it. */
  bodies: { hash: string; content: Uint8Array };
  snippets: {
    id: string;
    title: string;
    description: string;
    postgres: number;
    /** Hashes of bodies: the files and the script, the lock file, the recorded events. Null once it is deleted. */
    content: string | null;
    lock: string | null;
    events: string | null;
    postgres_version: string;
    pgrx: string;
    rustc: string;
    image: string;
    parent: string | null;
    created_at: string;
    /** SHA-256 of the owner's secret, in hex. */
    secret_hash: string;
    deleted_at: string | null;
    /** Why the operator has blocked it. */
    blocked: string | null;
  };
}
