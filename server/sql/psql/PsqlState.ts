import type { ScriptPart } from '../split/scriptPart.ts';

type MetaPart = Extract<ScriptPart, { kind: 'meta' }>;

/** Commands that change nothing but psql itself. Each command has a psql of its own, so they are said to it again. */
const stateOnly = new Set([
  'set',
  'unset',
  'pset',
  'x',
  'a',
  't',
  'f',
  'H',
  'html',
  'C',
  'T',
  'timing',
  'encoding',
]);

/** psql's variables and its way of printing, over the commands of one script. */
export class PsqlState {
  readonly #lines: string[] = [];
  #stopsAtError = false;

  /** What to tell a psql before its command, so that it is as the earlier commands have left it. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Whether statements can have variables in them. */
  get hasVariables(): boolean {
    return this.#lines.some((line) => line.startsWith('\\set'));
  }

  /** Whether `\set ON_ERROR_STOP` is on: the script then ends at its first error. */
  get stopsAtError(): boolean {
    return this.#stopsAtError;
  }

  take({ name, args, input }: MetaPart): void {
    if (!stateOnly.has(name)) return;
    const [variable, value] = args.split(/\s+/);
    if (variable === 'ON_ERROR_STOP' && (name === 'set' || name === 'unset')) {
      // psql takes a variable that is set to nothing for on, and any beginning of a word for the word.
      this.#stopsAtError = name === 'set' && /^(|1|on|t(r(u(e)?)?)?|y(e(s)?)?)$/i.test(value ?? '');
      return;
    }
    this.#lines.push(input);
  }
}
