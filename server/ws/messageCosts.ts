import { limits } from '../../protocol/limits.ts';
import type { ClientMessage } from '../../protocol/messages/clientMessage.ts';

/** A process in a container takes the machine so many milliseconds of its processors. */
const exec = 50;

/**
 * What a message costs the machine, in milliseconds of a processor: the frame itself is some hundredths, what it has the
 * server do is the rest. Runs are little here, since they have rates of their own.
 */
export const messageCosts: Readonly<Record<Exclude<ClientMessage['type'], 'hello'>, number>> = {
  run: 5,
  background: 5,
  cancel: 1,
  'terminal.open': exec,
  'terminal.input': 0.2,
  /** One call of the Engine. */
  'terminal.resize': 2,
  'terminal.close': 10,
  'connection.open': exec,
  /** The statements' own time is Postgres's, within the container's limits. */
  'connection.execute': 10,
  'connection.cancel': 5,
  'connection.close': 10,
  'objects.ask': exec,
  'settings.ask': exec,
  'serverLog.follow': exec,
  'serverLog.leave': 1,
  /** Seconds of the container's own processor time; here, writing the files and starting. */
  'language.start': 200,
  'language.stop': 10,
  'language.files': exec,
  'language.message': 0.5,
  'language.source': exec,
  'package.get': exec,
  keepAwake: 1,
  /** The container is removed, and what is asked for next takes another. */
  leave: 300,
  ping: 0.1,
};

/**
 * What one session may cost at once, and in a second in the long run. A page that shows everything costs some 700 when it is
 * opened, and a few a second while somebody works: this is six pages' opening, and then three processes a second.
 */
export const sessionBudget = { burst: 4_000, perSecond: 150 };

/** What one address may: a room of 300 people opens its pages at the same time, and then each costs 5 a second. */
export const addressBudget = { burst: 300_000, perSecond: 1_500 };

/**
 * Bytes that one address may send. 300 people who all type send some 9 MB a second, a document each time; a megabyte takes
 * this server some 5 ms, so that an address takes a twentieth of its time at the most.
 */
export const addressBytes = { burst: 32 * limits.clientFrameBytes, perSecond: 10 * limits.clientFrameBytes };
