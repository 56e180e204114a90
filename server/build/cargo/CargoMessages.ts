import { z } from 'zod';
import type { Diagnostic } from '../../../protocol/events/events.ts';
import { parseJson } from '../../base/parseJson.ts';
import type { ProjectPlaces } from './ProjectPlaces.ts';
import { type RustcMessage, rustcMessage } from './rustcMessage.ts';
import { toDiagnostic } from './toDiagnostic.ts';

const compilerMessage = z.object({ message: rustcMessage });
const endMessage = z.object({ playground: z.string(), code: z.int() });

/**
 * What a message may be. rustc stops at 128 macro calls in each other, each of which is two levels. A span brings along the
 * lines that it covers, in 4 values each: 5,000 lines are more than most files have.
 */
const messageBounds = { depth: 300, values: 20_000 };
const endBounds = { depth: 1, values: 10 };

/** How the lines begin that are cargo's, rustc's and our own: each writes its field first. Nothing else is parsed. */
const begins = {
  compiler: '{"reason":"compiler-message"',
  cargo: /^\{"reason":"(?:compiler-artifact|build-script-executed|build-finished)"/,
  /** rustc, when cargo does not stand before it; what it says other than this tells of files it has written. */
  bare: '{"$message_type":"diagnostic"',
  rustc: '{"$message_type":"',
  ours: '{"playground":"',
};

export interface CargoListener {
  diagnostic(diagnostic: Diagnostic): void;
  /** A message of the compiler's that is too large to be read, or was cut. */
  unread(): void;
  /** A line that is no message of cargo's, such as what a procedural macro prints. */
  other(line: string): void;
  /** Cargo has ended; what follows is another step's. */
  ended(code: number): void;
}

/** Takes the stdout of cargo or of rustc alone, line by line: JSON messages, and between them whatever code prints while it is compiled. */
export class CargoMessages {
  readonly #places: ProjectPlaces;
  readonly #listener: CargoListener;
  readonly #mark: string;

  /** @param mark the word by which the line that tells of cargo's end is known */
  constructor(places: ProjectPlaces, mark: string, listener: CargoListener) {
    this.#places = places;
    this.#mark = mark;
    this.#listener = listener;
  }

  take(line: string): void {
    if (line === '') return;
    if (line.startsWith(begins.compiler))
      this.#read(line, (value) => compilerMessage.safeParse(value).data?.message);
    else if (line.startsWith(begins.bare)) this.#read(line, (value) => rustcMessage.safeParse(value).data);
    else if (line.startsWith(begins.ours) && this.#isEnd(line)) return;
    else if (!line.startsWith(begins.rustc) && !begins.cargo.test(line)) this.#listener.other(line);
  }

  #read(line: string, messageIn: (value: unknown) => RustcMessage | undefined): void {
    const read = parseJson(line, messageBounds);
    const message = read.ok ? messageIn(read.value) : null;
    const diagnostic = message ? toDiagnostic(message, this.#places) : null;
    if (!read.ok) this.#listener.unread();
    else if (!message) this.#listener.other(line);
    else if (diagnostic) this.#listener.diagnostic(diagnostic);
  }

  #isEnd(line: string): boolean {
    const read = parseJson(line, endBounds);
    const end = endMessage.safeParse(read.ok ? read.value : null).data;
    if (end?.playground !== this.#mark) return false;
    this.#listener.ended(end.code);
    return true;
  }
}
