import { workerData } from 'node:worker_threads';
import { SocketPage } from './SocketPage.ts';

/**
 * Pages that say something again and again, on a thread of their own: what they cost themselves would else be taken for what
 * they cost the server. Ends when each has been answered to a last ping, or was closed.
 */
export interface Flood {
  url: string;
  /** What is said, as text of a frame. */
  frame: string;
  sockets: number;
  times: number;
}

const { url, frame, sockets, times }: Flood = workerData;
const pages = await Promise.all(Array.from({ length: sockets }, () => SocketPage.connect(url)));
for (let n = 0; n < times; n++) for (const page of pages) page.socket.send(frame);
for (const page of pages) page.send({ type: 'ping' });
await Promise.all(pages.map((page) => Promise.race([page.closed, page.until('pong').catch(() => {})])));
for (const page of pages) await page[Symbol.asyncDispose]();
