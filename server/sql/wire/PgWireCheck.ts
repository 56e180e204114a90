import { Transform, type TransformCallback } from 'node:stream';
import { guard } from '../../base/contain.ts';
import { wireMessageProblem } from './wireMessageProblem.ts';

/** What the guard found: `tooBig` is a message or a total over its bound, `malformed` one that `pg` must not see. */
export class WireError extends Error {
  readonly kind: 'tooBig' | 'malformed';

  constructor(kind: 'tooBig' | 'malformed', message: string) {
    super(message);
    this.kind = kind;
  }
}

const headerBytes = 5;

/**
 * Passes on whole, well-formed messages of Postgres's protocol, and breaks with a `WireError` at the first other one.
 * Holds at most one message, of `messageBytes`.
 */
export class PgWireCheck extends Transform {
  readonly #messageBytes: number;
  readonly #totalBytes: number;
  #chunks: Buffer[] = [];
  #held = 0;
  #wanted = headerBytes;
  #passed = 0;

  constructor(bounds: { messageBytes: number; totalBytes: number }) {
    super();
    this.#messageBytes = bounds.messageBytes;
    this.#totalBytes = bounds.totalBytes;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const failed = () => done(new WireError('malformed', 'an unreadable message'));
    guard('stream', () => this.#take(chunk, done), failed);
  }

  #take(chunk: Buffer, done: TransformCallback): void {
    this.#passed += chunk.length;
    if (this.#passed > this.#totalBytes) {
      done(new WireError('tooBig', `more than ${this.#totalBytes} bytes in total`));
      return;
    }
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    // Joined only when a message is whole: joining at every chunk would take quadratic time for a long message.
    if (this.#held < this.#wanted) done();
    else done(this.#passOn(Buffer.concat(this.#chunks, this.#held)));
  }

  #passOn(buffer: Buffer): WireError | null {
    let at = 0;
    this.#wanted = headerBytes;
    while (buffer.length - at >= headerBytes) {
      const length = buffer.readUInt32BE(at + 1);
      if (length < 4) return new WireError('malformed', 'a message shorter than its own header');
      if (length > this.#messageBytes)
        return new WireError('tooBig', `a message of ${length} bytes, over ${this.#messageBytes}`);
      const next = at + 1 + length;
      if (next > buffer.length) {
        this.#wanted = 1 + length;
        break;
      }
      const problem = wireMessageProblem(String.fromCharCode(buffer[at] ?? 0), buffer.subarray(at + 5, next));
      if (problem) return new WireError('malformed', problem);
      at = next;
    }
    if (at > 0) this.push(buffer.subarray(0, at));
    const rest = buffer.subarray(at);
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#held = rest.length;
    return null;
  }
}
