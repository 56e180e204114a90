import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../base/clock.ts';
import type { PackSnippet } from '../../ports/packSnippet.ts';
import type { DrawPicture } from '../../ports/picture.ts';
import type { RateLimits } from '../../ports/rateLimits.ts';
import type { SnippetStore } from '../../ports/snippetStore.ts';
import type { Images } from '../../ports/toolchain.ts';
import type { Sessions } from '../../sessions/Sessions.ts';

/** What the routes of snippets answer from. */
export interface SnippetDeps {
  sessions: Sessions;
  store: SnippetStore;
  rates: RateLimits;
  addressOf: (request: IncomingMessage) => string;
  clock: Clock;
  /** What a snippet is made with besides the versions: the session images, and the default pgrx’s own lock file. */
  images: Images;
  lock: string;
  draw: DrawPicture;
  pack: PackSnippet;
}
