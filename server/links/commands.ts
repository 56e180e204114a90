import type { Result } from '../../protocol/result.ts';
import type { LinkDatabase, StorePlace } from '../store/openDatabase.ts';
import { block, unblock } from './block.ts';
import { backingUp, exporting, importing } from './files.ts';

export interface Command {
  name: string;
  /** Its words, as the list of commands shows them. */
  takes: string;
  does: string;
  /** Does it, and gives what to tell the operator. */
  perform: (db: LinkDatabase, words: readonly string[], place: StorePlace) => Promise<Result<string, string>>;
}

/** All that `npm run links` can do. */
export const commands: readonly Command[] = [block, unblock, exporting, importing, backingUp];
