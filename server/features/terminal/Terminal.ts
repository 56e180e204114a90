import type { Clock } from '../../base/clock.ts';
import { letRun } from '../../base/contain.ts';
import { eachChunk } from '../../base/eachChunk.ts';
import type { Exec, Sandbox, SandboxPort } from '../../ports/sandboxPort.ts';
import { OutputPace } from './OutputPace.ts';
import { type OutputPiece, TerminalReplay } from './TerminalReplay.ts';

/** What runs in a terminal. */
export interface TerminalProgram {
  /** What it is called in a sentence's beginning. */
  title: string;
  argv: readonly string[];
  env: Record<string, string>;
  /** Said when it has ended otherwise than by itself. */
  lost: string;
}

export interface TerminalDeps {
  port: SandboxPort;
  clock: Clock;
  /** A piece of output; the terminal reads on when the promise resolves. */
  onOutput: (piece: OutputPiece) => Promise<void>;
  onClosed: (message: string) => void;
}

type State =
  | { kind: 'closed' }
  | { kind: 'opening'; size: Size; cancel: AbortController }
  | { kind: 'open'; exec: Exec };

interface Size {
  columns: number;
  rows: number;
}

/** As much output as a page can show again; about 3000 full lines. In UTF-16 code units. */
const replayLength = 256 * 1024;
/** One message's output: read from the container as it comes, seldom more than this at once. */
const pieceLength = 32 * 1024;
/** Typed ahead of a psql that does not read. */
const inputBytes = 64 * 1024;

/** A session's psql or shell. Its output is numbered over all that were opened in this session. */
export class Terminal {
  readonly #program: TerminalProgram;
  readonly #deps: TerminalDeps;
  readonly #replay = new TerminalReplay(replayLength);
  readonly #pace: OutputPace;
  #state: State = { kind: 'closed' };
  /** The size that is being told to the Engine. */
  #size: Size | null = null;

  constructor(program: TerminalProgram, deps: TerminalDeps) {
    this.#program = program;
    this.#deps = deps;
    this.#pace = new OutputPace(deps.clock);
  }

  get isOpen(): boolean {
    return this.#state.kind === 'open';
  }

  /** The kept output from this offset on. */
  from(offset: number): OutputPiece[] {
    return this.#replay.from(offset);
  }

  /**
   * Opens the program in the container that `acquire` gives, or closes with the text that it gives instead; only resizes
   * where it is open or being opened.
   */
  async open(size: Size, acquire: (signal: AbortSignal) => Promise<Sandbox | string>): Promise<void> {
    if (this.#state.kind !== 'closed') return this.resize(size);
    const opening: State = { kind: 'opening', size, cancel: new AbortController() };
    this.#state = opening;
    const { signal } = opening.cancel;
    const sandbox = await acquire(signal);
    if (this.#state !== opening) return;
    if (typeof sandbox === 'string') return this.#closed(sandbox);
    const { title, argv, env, lost } = this.#program;
    const started = await this.#deps.port.exec(sandbox, argv, { env, tty: opening.size, signal });
    if (this.#state !== opening) return;
    if (!started.ok) return this.#closed(`${title} couldn’t be started: ${started.error.message}`);
    const open: State = { kind: 'open', exec: started.value };
    this.#state = open;
    await started.value.resize(opening.size.columns, opening.size.rows);
    await this.#read(started.value);
    const exit = await started.value.exit;
    if (this.#state !== open) return;
    this.#closed(exit.kind === 'exited' && exit.code === 0 ? `${title} exited.` : lost);
  }

  /** What was typed. A program that reads too little is answered as a terminal driver does it: with the bell. */
  input(data: string): void {
    if (this.#state.kind !== 'open') return;
    const { stdin } = this.#state.exec;
    if (stdin.writableLength > inputBytes)
      letRun('feature', this.#deps.onOutput(this.#replay.append('\x07')));
    else if (stdin.writable) stdin.write(data);
  }

  resize(size: Size): void {
    if (this.#state.kind === 'opening') this.#state.size = size;
    if (this.#state.kind === 'open') letRun('feature', this.#resize(this.#state.exec, size));
  }

  /** Asks the Engine once at a time, for the size that was told last. */
  async #resize(exec: Exec, size: Size): Promise<void> {
    const isAsking = this.#size !== null;
    this.#size = size;
    if (isAsking) return;
    try {
      for (let told: Size | null = null; told !== this.#size; ) {
        told = this.#size;
        await exec.resize(told.columns, told.rows);
      }
    } finally {
      this.#size = null;
    }
  }

  /** Ends the program, where one is open, and says why. */
  close(message: string): void {
    const state = this.#state;
    if (state.kind === 'closed') return;
    this.#closed(message);
    if (state.kind === 'opening') state.cancel.abort();
    else letRun('feature', state.exec.kill('KILL'));
  }

  async #read(exec: Exec): Promise<void> {
    const decoder = new TextDecoder();
    await eachChunk(exec.stdout, (chunk) => this.#put(exec, decoder.decode(chunk, { stream: true })));
    await this.#put(exec, decoder.decode());
  }

  async #put(exec: Exec, text: string): Promise<void> {
    for (let at = 0; at < text.length; at += pieceLength) {
      if (this.#state.kind !== 'open' || this.#state.exec !== exec) return;
      const piece = this.#replay.append(text.slice(at, at + pieceLength));
      await this.#deps.onOutput(piece);
      await this.#pace.sent(piece.data.length);
    }
  }

  #closed(message: string): void {
    this.#state = { kind: 'closed' };
    this.#deps.onClosed(message);
  }
}
