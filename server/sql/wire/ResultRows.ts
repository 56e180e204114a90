import { limits } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';

/** The rows of one result: the first ones up to the limits, and the count of all. */
export class ResultRows {
  readonly columns: { name: string; typeOid: number }[];
  readonly rows: (string | null)[][] = [];
  count = 0;
  truncated: boolean;
  text = '';
  /** UTF-16 code units in `rows` and `text`, with something for the punctuation around each value. */
  length = 0;
  readonly #room: number;

  /** @param room what the values of this result may have together, if that is less than any result may have */
  constructor(columns: { name: string; typeOid: number }[], room: number) {
    this.#room = Math.min(room, limits.resultBytes);
    this.columns = columns
      .slice(0, limits.resultColumns)
      .map(({ name, typeOid }) => ({ name: clipText(name, 1000), typeOid }));
    this.truncated = columns.length > limits.resultColumns;
  }

  add(values: (string | null)[]): void {
    this.count++;
    if (this.rows.length >= limits.resultRows || this.length >= this.#room) {
      this.truncated = true;
      return;
    }
    const row = this.columns.map((_, index) => this.#clip(values[index] ?? null));
    this.length += row.reduce((sum, value) => sum + (value?.length ?? 0) + 4, 0);
    this.rows.push(row);
  }

  /** Adds to what COPY … TO STDOUT gives. */
  addText(chunk: Buffer): void {
    const text = chunk.toString();
    const added = text.slice(0, Math.max(this.#room - this.length, 0));
    this.truncated ||= added.length < text.length;
    this.text += added;
    this.length += added.length;
  }

  #clip(value: string | null): string | null {
    if (value === null || value.length <= limits.valueLength) return value;
    this.truncated = true;
    return clipText(value, limits.valueLength + 1);
  }
}
