// Preloaded into the server: `SIGUSR2` puts the clock by which people tell the time back by an hour, as an operator or a
// time server may.
import { isMainThread } from 'node:worker_threads';

let offset = 0;
const RealDate = Date;
const now = () => RealDate.now() + offset;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }

  static now() {
    return now();
  }
};

if (isMainThread)
  process.on('SIGUSR2', () => {
    offset -= 3_600_000;
  });
