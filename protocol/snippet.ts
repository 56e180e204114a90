import { z } from 'zod';
import { runEvent } from './events/events.ts';
import { limits } from './limits.ts';
import { id as sessionId } from './messages/clientMessage.ts';
import { plainLine, plainText } from './plainText.ts';
import { lockText, pgrxRelease, projectFiles, sqlScript } from './project.ts';
import { textUpTo } from './sizeFirst.ts';

/** What a shared snippet is called in links: 12 letters and digits, 71 bits, chosen at random. */
export const snippetId = z.string().regex(/^[A-Za-z0-9]{12}$/);

const title = textUpTo(limits.titleLength);
const description = textUpTo(limits.descriptionLength);

/** The body of `POST /api/v1/snippets`. */
export const shareRequest = z.object({
  title: title.overwrite(plainLine).default(''),
  description: description.overwrite(plainText).default(''),
  postgres: z.int().min(10).max(99).optional(),
  /** The release of pgrx that was chosen, as in a run's request. */
  pgrx: pgrxRelease.optional(),
  files: projectFiles,
  sql: sqlScript.default(''),
  /** The Cargo.lock that it was run with, where that was neither its own nor the image's. */
  lock: lockText.optional(),
  /** The snippet that this one was made from. */
  parent: snippetId.optional(),
  /** The run whose events are to be shown with it, and its session: kept only if it ran this very content. */
  session: sessionId.optional(),
  run: sessionId.optional(),
});

export type ShareRequest = z.infer<typeof shareRequest>;

/** The answer: where it is, and the secret by which its owner can delete it, which is told only now. */
export const shareAnswer = z.object({
  id: snippetId,
  url: z.string(),
  secret: z.string(),
  /** Whether the events of the run were kept with it. */
  recorded: z.boolean(),
});

export type ShareAnswer = z.infer<typeof shareAnswer>;

/** The answer of `GET /api/v1/snippets/{id}`. */
export const snippet = z.object({
  id: snippetId,
  title,
  description,
  postgres: z.int(),
  files: projectFiles,
  sql: sqlScript,
  /** The Cargo.lock that it was compiled with where the project has none of its own. */
  lock: z.string(),
  createdAt: z.iso.datetime(),
  /** What it was made with. `image` is the session image's name, which changes with its content. */
  madeWith: z.object({
    postgres: z.string().max(40),
    pgrx: z.string().max(40),
    rustc: z.string().max(40),
    image: z.string().max(300),
  }),
  /** The snippets that it was made from, the nearest first. */
  parents: z.array(z.object({ id: snippetId, title })).max(limits.snippetParents),
  /** Whether `GET /api/v1/snippets/{id}/run` has a run to replay. */
  recorded: z.boolean(),
});

export type Snippet = z.infer<typeof snippet>;

/** The forms in which a project can be taken home. */
export const archiveFormat = z.enum(['tar.gz', 'zip']);
export type ArchiveFormat = z.infer<typeof archiveFormat>;

/** One line of a replay: an event, and the milliseconds from the run's beginning to it. */
export const recordedEvent = z.object({ at: z.number().nonnegative(), event: runEvent });
export type RecordedEvent = z.infer<typeof recordedEvent>;

/** A version that is another here than it was when a snippet was made; `is` is null where there is none any more. */
export interface VersionChange {
  what: string;
  was: string;
  is: string | null;
}

/** What the page of a snippet is made of, as the server gives it to the page's own code. */
export type SnippetAnswer =
  | {
      kind: 'found';
      snippet: Snippet;
      events: RecordedEvent[] | null;
      changes: VersionChange[];
      /** The lock file that a run is to use: null where it has its own, or the image's is the same or the only one. */
      lock: string | null;
      /** The release of pgrx that a run is to name: null for the default. */
      pgrx: string | null;
    }
  /** There is none of this name. */
  | { kind: 'none' }
  /** Its owner has deleted it, or the operator has blocked it. */
  | { kind: 'gone'; message: string }
  | { kind: 'unavailable'; message: string };

export type SnippetReader = (id: string) => Promise<SnippetAnswer>;

/**
 * Under this symbol of `globalThis` the server puts its `SnippetReader` for the page's routes: they run in its process, but
 * are bundled apart from it.
 */
export const snippetReaderKey = Symbol.for('pgrx-playground.snippetReader');
