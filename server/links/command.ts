import type { Result } from '../../protocol/result.ts';
import type { LinkDatabase, StorePlace } from '../store/openDatabase.ts';

/** What an operator can do with the shared links by `npm run links`. */
export interface Command {
  name: string;
  /** Its words, as the list of commands shows them. */
  takes: string;
  does: string;
  /** A file that is not there yet is made: links are moved into a new store before there is a server. */
  makesStore?: true;
  /** Does it, and gives what to tell the operator. */
  perform: (db: LinkDatabase, words: readonly string[], place: StorePlace) => Promise<Result<string, string>>;
}
