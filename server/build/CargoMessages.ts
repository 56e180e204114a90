import { z } from 'zod';
import type { Diagnostic } from '../../protocol/events.ts';
import type { ProjectPlaces } from './ProjectPlaces.ts';
import { type RustcMessage, rustcMessage } from './rustcMessage.ts';
import { toDiagnostic } from './toDiagnostic.ts';

const compilerMessage = z.object({ reason: z.literal('compiler-message'), message: rustcMessage });
/** What rustc says when cargo does not stand before it; its other types tell of files it has written. */
const bareMessage = z.object({ $message_type: z.string() });
const otherMessage = z.object({
  reason: z.enum(['compiler-artifact', 'build-script-executed', 'build-finished']),
});
const endMessage = z.object({ playground: z.string(), code: z.int() });

export interface CargoListener {
  diagnostic(diagnostic: Diagnostic): void;
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
    const value = parseJson(line);
    const compiler = compilerMessage.safeParse(value);
    const bare = bareMessage.safeParse(value);
    const end = endMessage.safeParse(value);
    if (compiler.success) this.#diagnose(compiler.data.message);
    else if (bare.success) {
      const message = rustcMessage.safeParse(value);
      if (message.success && bare.data.$message_type === 'diagnostic') this.#diagnose(message.data);
    } else if (end.success && end.data.playground === this.#mark) this.#listener.ended(end.data.code);
    else if (!otherMessage.safeParse(value).success) this.#listener.other(line);
  }

  #diagnose(message: RustcMessage): void {
    const diagnostic = toDiagnostic(message, this.#places);
    if (diagnostic) this.#listener.diagnostic(diagnostic);
  }
}

function parseJson(line: string): unknown {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
