import { parse, type TomlTable } from 'smol-toml';
import { type Range, TomlPlaces } from '../../protocol/toml/TomlPlaces.ts';
import { Edits } from '../Edits.ts';

type Span = Pick<Range, 'from' | 'to'>;

/** Changes to a TOML text that leave its comments, its order and its blanks as they are. */
export class TomlEdit {
  readonly text: string;
  readonly root: TomlTable;
  readonly places: TomlPlaces;
  readonly #eol: string;
  readonly #edits = new Edits();

  /** @throws what the parser throws of a text that is no TOML */
  constructor(text: string) {
    this.text = text;
    this.root = parse(text);
    this.places = new TomlPlaces(text);
    this.#eol = text.includes('\r\n') ? '\r\n' : '\n';
  }

  get result(): string {
    return this.#edits.appliedTo(this.text);
  }

  replace({ from, to }: Span, text: string): void {
    this.#edits.replace(from, to, text);
  }

  /** Sets a key's value, which is given as TOML. */
  set(path: readonly string[], value: string): void {
    const place = this.places.valueOf(path);
    if (place) this.replace(place, value);
  }

  /** Takes a key away, or a table with all that is in it: the whole lines, or what stands between two commas. */
  remove(path: readonly string[]): void {
    for (const range of this.places.rangesOf(path)) {
      if (range.isInline) this.replace(this.#withComma(range), '');
      else this.removeLines(range);
    }
  }

  /** Takes the lines away on which something stands, and of blank ones above and below, those below. */
  removeLines({ from, to }: Span): void {
    const start = from === 0 ? 0 : this.text.lastIndexOf('\n', from - 1) + 1;
    let end = this.#endOfLine(to);
    const isBelowBlank = start === 0 || /\n\r?\n$/.test(this.text.slice(Math.max(0, start - 3), start));
    while (isBelowBlank && /^\r?\n/.test(this.text.slice(end, end + 2))) end = this.#endOfLine(end);
    this.replace({ from: start, to: end }, '');
  }

  /** Writes lines below the last one of a table or a key. */
  insertBelow(path: readonly string[], lines: readonly string[]): void {
    const last = this.places.rangesOf(path).at(-1);
    if (last) this.insertBelowLine(last, lines);
  }

  insertBelowLine({ to }: Span, lines: readonly string[]): void {
    this.#insertAt(this.#endOfLine(to), lines);
  }

  append(lines: readonly string[]): void {
    this.#insertAt(this.text.length, lines);
  }

  /** The texts in a list, with their places. A list in several lines may have comments. */
  itemsOf(path: readonly string[]): (Span & { value: string })[] {
    const place = this.places.valueOf(path);
    const items: (Span & { value: string })[] = [];
    for (let at = place?.from ?? 0; place && at < place.to; at++) {
      const character = this.text.charAt(at);
      if (character === '#') at = this.#endOfLine(at) - 1;
      if (character !== '"' && character !== "'") continue;
      const end = this.text.indexOf(character, at + 1);
      if (end < 0) break;
      items.push({ from: at, to: end + 1, value: this.text.slice(at + 1, end) });
      at = end;
    }
    return items;
  }

  /** Takes texts out of a list. */
  removeItems(path: readonly string[], isOut: (value: string) => boolean): void {
    const items = this.itemsOf(path);
    const kept = items.filter(({ value }) => !isOut(value));
    if (kept.length === 0 && items.length > 0) this.set(path, '[]');
    const lastKept = kept.at(-1);
    for (const [index, item] of items.entries()) {
      if (!lastKept || !isOut(item.value)) continue;
      const next = items[index + 1];
      if (item.from < lastKept.from && next) this.replace({ from: item.from, to: next.from }, '');
    }
    const last = items.at(-1);
    if (last && lastKept && lastKept !== last) this.replace({ from: lastKept.to, to: last.to }, '');
  }

  #insertAt(at: number, lines: readonly string[]): void {
    const begins = at === 0 || this.text.charAt(at - 1) === '\n' ? '' : this.#eol;
    this.#edits.insert(at, begins + lines.map((line) => line + this.#eol).join(''));
  }

  /** Behind the line's end. */
  #endOfLine(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end < 0 ? this.text.length : end + 1;
  }

  #withComma({ from, to }: Span): Span {
    const after = this.text.slice(to).search(/\S/);
    if (after >= 0 && this.text.charAt(to + after) === ',') {
      const next = this.text.slice(to + after + 1).search(/\S/);
      return { from, to: to + after + 1 + Math.max(0, next) };
    }
    const before = this.text.slice(0, from).trimEnd().length - 1;
    return this.text.charAt(before) === ',' ? { from: before, to } : { from, to };
  }
}

export const isTable = (value: unknown): value is TomlTable =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const table = (value: unknown): TomlTable => (isTable(value) ? value : {});
