/** Longer headers are none: one has 25 bytes. */
const mostHeaderBytes = 512;

/**
 * Cuts a stream into the bodies of messages, each behind its `Content-Length`. vscode-jsonrpc's own reader would take a
 * body of any length, and what writes here may be hostile. A body that is too long is told by null and not kept.
 */
export class LspReader {
  readonly #mostBytes: number;
  #held = Buffer.alloc(0);
  /** Bytes of a body that is too long and are still to come. */
  #skip = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** The bodies that end in this piece; 'bad' where it is no stream of messages, after which nothing more is to be read. */
  push(piece: Uint8Array): (string | null)[] | 'bad' {
    this.#held = Buffer.concat([this.#held, piece]);
    const bodies: (string | null)[] = [];
    for (;;) {
      if (this.#skip > 0) {
        const skipped = Math.min(this.#skip, this.#held.length);
        this.#held = this.#held.subarray(skipped);
        this.#skip -= skipped;
        if (this.#skip > 0) return bodies;
        bodies.push(null);
      }
      const end = this.#held.indexOf('\r\n\r\n');
      if (end < 0) return this.#held.length > mostHeaderBytes ? 'bad' : bodies;
      const length = lengthIn(this.#held.toString('latin1', 0, end));
      if (length === null) return 'bad';
      if (length > this.#mostBytes) {
        this.#held = this.#held.subarray(end + 4);
        this.#skip = length;
        continue;
      }
      if (this.#held.length < end + 4 + length) return bodies;
      bodies.push(this.#held.toString('utf8', end + 4, end + 4 + length));
      this.#held = this.#held.subarray(end + 4 + length);
    }
  }
}

function lengthIn(header: string): number | null {
  const found = /(?:^|\r\n)content-length: ?(\d{1,9})(?:\r\n|$)/i.exec(header)?.[1];
  return found && header.length <= mostHeaderBytes ? Number(found) : null;
}

/** A message as it goes to a language server. */
export function lspFrame(message: object): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
