import type { Readable } from 'node:stream';
import { onData } from '../../base/onData.ts';
import { FrameReader } from './FrameReader.ts';
import { HeldStream } from './HeldStream.ts';

/** What an exec's connection carries from the process, taken apart. */
export interface ProcessOutput {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /**
   * Resolves when the connection has been read to its end, or has broken: in order is an end that the Engine made,
   * between two frames.
   */
  readonly ended: Promise<{ inOrder: boolean }>;
  /**
   * Call when the process is being ended: from now on the connection is read even while nobody reads the streams, so
   * that it can come to its end. A few MB are kept for a reader that only paused; what is over ends both streams.
   */
  drain(): void;
  /** Ends both streams now; what still comes is thrown away. */
  discard(): void;
}

/**
 * More than the Engine and the sockets hold of a process that has ended (1 MB and some hundred kB), so that a paused
 * reader loses nothing of what was written before.
 */
const drainedBytes = 4 * 1024 * 1024;

/**
 * Reads the connection of an exec. With a terminal all of it is stdout; without, the Engine multiplexes. As both streams
 * share the connection, one that is full holds up the other.
 */
export function processOutput(source: Readable, terminal: boolean): ProcessOutput {
  const full = new Set<HeldStream>();
  const room = (stream: HeldStream) => {
    full.delete(stream);
    if (full.size === 0) source.resume();
  };
  const stdout = new HeldStream(room);
  const stderr = new HeldStream(room);
  let drained: number | null = null;
  const feed = (stream: HeldStream, piece: Buffer) => {
    if (stream.feed(piece)) return;
    if (drained !== null) {
      drained += piece.length;
      if (drained > drainedBytes) discard();
      return;
    }
    full.add(stream);
    source.pause();
  };
  const drain = () => {
    drained ??= 0;
    full.clear();
    source.resume();
  };
  const discard = () => {
    stdout.finish();
    stderr.finish();
    drain();
  };

  const frames = new FrameReader((number, piece) => {
    if (number === 1) feed(stdout, piece);
    else if (number === 2) feed(stderr, piece);
    else source.destroy();
  });
  if (terminal) stderr.finish();
  // What is heard of it is `ended`, out of order.
  const cut = () => source.destroy();
  onData(source, (chunk) => (terminal ? feed(stdout, chunk) : frames.take(chunk)), cut);

  const ended = new Promise<{ inOrder: boolean }>((resolve) => {
    let inOrder = false;
    source.once('end', () => {
      inOrder = frames.betweenFrames;
      // Its writing half may wait for a process that is no more.
      source.destroy();
    });
    // The error says no more than that the connection broke, and 'close' follows it.
    source.on('error', () => {});
    source.once('close', () => {
      stdout.finish();
      stderr.finish();
      resolve({ inOrder });
    });
  });
  return { stdout, stderr, ended, drain, discard };
}
