import { limits } from '../../protocol/limits.ts';
import {
  type LanguageAnswer,
  type LanguageQuestion,
  languageAnswer,
} from '../../protocol/messages/languageMessages.ts';
import { contain, letRun } from '../base/contain.ts';
import { eachChunk } from '../base/eachChunk.ts';
import { Pace } from '../base/Pace.ts';
import type { Exec, Sandbox, SandboxPort } from '../ports/sandboxPort.ts';
import { type Heard, heard } from './heard.ts';
import { LspReader, lspFrame } from './LspReader.ts';
import { argv, environment, initializeParams } from './rustAnalyzer.ts';
import { warmedUp, warmUpMessages } from './warmUp.ts';

/** What it may say: a first completion of everything has been seen to take 40 KB, and starting 100 KB. */
const mostBytes = 16 * 1024 * 1024;
/** It says some thousands of things while it starts; each costs this server some 10 µs. */
const mostMessages = 20_000;
const windowMs = 10_000;
/** What may wait for it to be read: it reads at once, and answers later. */
const mostWaiting = 8 * 1024 * 1024;
/** A first completion takes some 10 s of a core that others share; one that takes longer is no reason to have none. */
const warmUpMs = 60_000;
/** It tells what it does hundreds of times while it starts. */
const progressMs = 250;

export interface LanguageServerDeps {
  port: SandboxPort;
  sandbox: Sandbox;
  features: readonly string[];
  /** The text of src/lib.rs; null where there is none. */
  library: string | null;
  signal: AbortSignal;
  onReady(): void;
  onProgress(text: string): void;
  /** The page takes the answer; the server reads on when the promise resolves. */
  onAnswer(answer: LanguageAnswer): Promise<void>;
}

export type LanguageEnd = { kind: 'failed' | 'died'; message: string };

/** One rust-analyzer in a container: starts it, passes what is allowed, and tells how it ended. */
export class LanguageServer {
  readonly #deps: LanguageServerDeps;
  readonly #open = new Set<number>();
  #exec: Exec | null = null;
  #ready = false;
  #window = { since: 0, bytes: 0, messages: 0 };
  #progressAt = 0;
  #warmingUp: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: LanguageServerDeps) {
    this.#deps = deps;
  }

  /** Resolves when it has ended. */
  async run(): Promise<LanguageEnd> {
    const { port, sandbox, signal, features } = this.#deps;
    const started = await port.exec(sandbox, argv, { env: environment, cwd: '/work/language', signal });
    if (!started.ok)
      return { kind: 'failed', message: `rust-analyzer couldn’t be started: ${started.error.message}` };
    const exec = started.value;
    this.#exec = exec;
    // A process that has ended closes it; the exit tells.
    exec.stdin.on('error', () => {});
    exec.stderr.resume();
    this.#write({ id: 'initialize', method: 'initialize', params: initializeParams(features) });
    const problem = await this.#read(exec).catch((error: unknown) => {
      contain('language', error);
      return 'Internal server error while reading the output of rust-analyzer.';
    });
    this.#exec = null;
    clearTimeout(this.#warmingUp);
    if (problem === null) await exec.exit;
    else await exec.kill('KILL');
    return problem === null
      ? { kind: 'died', message: 'rust-analyzer has crashed.' }
      : { kind: 'failed', message: problem };
  }

  /** Passes on what the page says; answers for the server where that is too much. */
  tell(message: LanguageQuestion): void {
    const problem = this.#problemOf(message);
    if (problem !== null) return void this.#refuse(message, problem);
    if ('id' in message) this.#open.add(message.id);
    this.#write(message);
  }

  #problemOf(message: LanguageQuestion): string | null {
    if (!this.#exec || !this.#ready) return 'The language server isn’t ready.';
    const isTooMuch = 'id' in message && this.#open.size >= limits.languageOpenRequests;
    return isTooMuch ? 'Too many concurrent requests to the language server.' : null;
  }

  /** Files were added or removed, or the manifest was changed. */
  filesChanged(uris: readonly string[]): void {
    const changes = uris.map((uri) => ({ uri, type: 2 }));
    this.#write({ method: 'workspace/didChangeWatchedFiles', params: { changes } });
  }

  #refuse(message: LanguageQuestion, why: string): void {
    if (!('id' in message)) return;
    const answer = { jsonrpc: '2.0', id: message.id, error: { code: -32803, message: why } } as const;
    letRun('language', this.#deps.onAnswer(answer));
  }

  #write(message: object): void {
    const exec = this.#exec;
    if (!exec?.stdin.writable) return;
    const { stdin } = exec;
    if (stdin.writableLength > mostWaiting) letRun('language', exec.kill('KILL'));
    else stdin.write(lspFrame({ jsonrpc: '2.0', ...message }));
  }

  /** Reads to the end; says why not, where what comes is not to be read any further. */
  async #read(exec: Exec): Promise<string | null> {
    const reader = new LspReader(limits.languageAnswerBytes);
    const pace = new Pace();
    let problem: string | null = null;
    await eachChunk(exec.stdout, async (piece) => {
      pace.begin();
      const bodies = reader.push(piece);
      if (bodies === 'bad') problem = 'rust-analyzer sent data that isn’t valid LSP.';
      else if (this.#isTooMuch(piece.length, bodies.length))
        problem = 'rust-analyzer produced too much output.';
      else
        for (const body of bodies) {
          problem ??= await this.#hear(heard(body));
          if (pace.isDue) await pace.rest();
        }
      return problem === null ? undefined : 'stop';
    });
    return problem;
  }

  #isTooMuch(bytes: number, messages: number): boolean {
    const now = performance.now();
    if (now - this.#window.since > windowMs) this.#window = { since: now, bytes: 0, messages: 0 };
    this.#window.bytes += bytes;
    this.#window.messages += messages;
    return this.#window.bytes > mostBytes || this.#window.messages > mostMessages;
  }

  /** Takes one message; says why no more is to be read, where it is so. */
  async #hear(message: Heard): Promise<string | null> {
    if (message.kind === 'tooDeep') {
      await this.#answerAll('The answer is nested too deeply.');
      return 'rust-analyzer sent an answer that is nested too deeply.';
    }
    await this.#take(message);
    return null;
  }

  async #take(message: Heard): Promise<void> {
    switch (message.kind) {
      case 'initialized':
        return this.#write({ method: 'initialized', params: {} });
      case 'asked':
        return this.#write({ id: message.id, result: null });
      case 'tooLong':
        // It can be the answer to the warming up.
        if (this.#warmingUp) return this.#readyNow();
        return this.#answerAll('The response is too long.');
      case 'progress': {
        const now = performance.now();
        if (this.#ready || this.#warmingUp || now - this.#progressAt < progressMs) return;
        this.#progressAt = now;
        return this.#deps.onProgress(message.text);
      }
      case 'quiescent':
        return this.#warmUp();
      case 'warm':
        return this.#readyNow();
      case 'answer': {
        const answer = languageAnswer.safeParse(message.answer);
        if (!answer.success || !this.#open.delete(answer.data.id)) return;
        return this.#deps.onAnswer(answer.data);
      }
      case 'other':
    }
  }

  /** It has read the project, and would answer a first question, but late. */
  #warmUp(): void {
    const { library, onProgress } = this.#deps;
    if (this.#ready || this.#warmingUp) return;
    onProgress('Preparing completion');
    this.#warmingUp = setTimeout(() => this.#readyNow(), warmUpMs);
    if (library === null) this.#readyNow();
    else for (const message of warmUpMessages(library)) this.#write(message);
  }

  #readyNow(): void {
    clearTimeout(this.#warmingUp);
    this.#warmingUp = undefined;
    if (this.#ready || !this.#exec) return;
    this.#write(warmedUp);
    this.#ready = true;
    this.#deps.onReady();
  }

  /** Whose answer it was is in what was not read. */
  async #answerAll(message: string): Promise<void> {
    const ids = [...this.#open];
    this.#open.clear();
    for (const id of ids) await this.#deps.onAnswer({ jsonrpc: '2.0', id, error: { code: -32803, message } });
  }
}
