const headerBytes = 8;

/**
 * Takes apart the Engine's multiplexed stream: frames of an 8-byte header (the stream's number, three zeros, the length
 * as big-endian 32 bits) and a body. Bodies are passed on piece by piece as they come, so that a frame's claimed length
 * costs no memory.
 */
export class FrameReader {
  readonly #piece: (stream: number, piece: Buffer) => void;
  readonly #header = Buffer.alloc(headerBytes);
  #headerFilled = 0;
  #bodyLeft = 0;

  constructor(piece: (stream: number, piece: Buffer) => void) {
    this.#piece = piece;
  }

  /** Whether the last frame is whole. */
  get betweenFrames(): boolean {
    return this.#headerFilled === 0;
  }

  take(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#headerFilled < headerBytes) {
        at += this.#takeHeader(chunk, at);
      } else {
        const piece = chunk.subarray(at, at + this.#bodyLeft);
        at += piece.length;
        this.#bodyLeft -= piece.length;
        this.#piece(this.#header[0] ?? 0, piece);
      }
      if (this.#headerFilled === headerBytes && this.#bodyLeft === 0) this.#headerFilled = 0;
    }
  }

  #takeHeader(chunk: Buffer, at: number): number {
    const taken = chunk.copy(this.#header, this.#headerFilled, at, at + headerBytes - this.#headerFilled);
    this.#headerFilled += taken;
    if (this.#headerFilled === headerBytes) this.#bodyLeft = this.#header.readUInt32BE(4);
    return taken;
  }
}
