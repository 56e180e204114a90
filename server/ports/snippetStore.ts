import type { Result } from '../../protocol/result.ts';
import type { RecordedEvent, Snippet } from '../../protocol/snippet.ts';

/** A snippet before it has a name. */
export interface NewSnippet extends Omit<Snippet, 'id' | 'createdAt' | 'parents' | 'recorded'> {
  parent: string | null;
  events: readonly RecordedEvent[] | null;
}

/** `full`: there is no room, nothing was changed; `unavailable`: the store does not answer or refuses. */
export type StoreFailure = { kind: 'full' | 'unavailable'; message: string };

export type Found =
  | { kind: 'found'; snippet: Snippet }
  | { kind: 'none' }
  /** `blocked` has the operator's reason. */
  | { kind: 'deleted' }
  | { kind: 'blocked'; reason: string };

/** The same, without the content: enough to know whether a page that was made of it still holds. */
export type Looked = Exclude<Found, { kind: 'found' }> | { kind: 'found'; parents: Snippet['parents'] };

/** Links that there are or were, and the bytes that all of them take. */
export interface StoreSize {
  links: number;
  bytes: number;
}

/** Where shared snippets are kept. Every answer tells of what is on disk: a link that was given out is there to stay. */
export interface SnippetStore extends AsyncDisposable {
  /** What it holds now. */
  size(): Promise<Result<StoreSize, StoreFailure>>;
  /**
   * Keeps a snippet; resolves after the commit, with the bytes that it is kept in. `secret` is kept as a hash alone.
   */
  add(snippet: NewSnippet, secret: string): Promise<Result<{ id: string; bytes: number }, StoreFailure>>;
  read(id: string): Promise<Result<Found, StoreFailure>>;
  /** What `read` would find, for a hundredth of its work. */
  look(id: string): Promise<Result<Looked, StoreFailure>>;
  /** The events of its recorded run; null where it has none, or is not there. */
  events(id: string): Promise<Result<RecordedEvent[] | null, StoreFailure>>;
  /** Deletes what is kept under a link, for who knows its secret; says whether that was so. */
  remove(id: string, secret: string): Promise<Result<boolean, StoreFailure>>;
}
