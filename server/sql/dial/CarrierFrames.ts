const headerBytes = 4;

/**
 * Takes apart what `pg-dial --series` writes: frames of a length (big-endian 32 bits) and so many bytes, where no bytes are
 * the end of a connection. Bytes are passed on piece by piece, so that a frame's claimed length costs no memory.
 */
export class CarrierFrames {
  readonly #piece: (piece: Buffer) => void;
  readonly #end: () => void;
  readonly #header = Buffer.alloc(headerBytes);
  #headerFilled = 0;
  #left = 0;

  constructor(piece: (piece: Buffer) => void, end: () => void) {
    this.#piece = piece;
    this.#end = end;
  }

  take(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#left > 0) {
        const piece = chunk.subarray(at, at + this.#left);
        at += piece.length;
        this.#left -= piece.length;
        this.#piece(piece);
        continue;
      }
      const taken = chunk.copy(this.#header, this.#headerFilled, at);
      at += taken;
      this.#headerFilled += taken;
      if (this.#headerFilled < headerBytes) return;
      this.#headerFilled = 0;
      this.#left = this.#header.readUInt32BE();
      if (this.#left === 0) this.#end();
    }
  }
}

/** The same for what is sent; no bytes are the end. */
export function carrierFrame(bytes: Uint8Array): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32BE(bytes.length);
  return Buffer.concat([header, bytes]);
}
