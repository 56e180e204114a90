import { stripVTControlCharacters } from 'node:util';
import type { Lesson } from '../../lessons/lesson.ts';
import { hasPattern, matchesOutput } from '../../lessons/matchOutput.ts';
import type { LessonCheck } from '../../lessons/parseChecks.ts';
import type { TextStep } from '../../lessons/textSteps.ts';
import type { RunEvent } from '../../protocol/events/events.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { prepareChecks } from '../../server/lessons/prepareChecks.ts';
import { runCheck } from '../../server/lessons/runCheck.ts';
import type { Installed } from '../../server/ports/runPorts.ts';
import type { Sandbox } from '../../server/ports/sandboxPort.ts';
import type { Playground } from '../server/playground.ts';
import { HeldConnections } from './HeldConnections.ts';

type Step<K extends TextStep['kind']> = Extract<TextStep, { kind: K }>;

/** A reader who does in a real container what a lesson's text says, and compares what comes with what it says. */
export class TextReader implements AsyncDisposable {
  readonly #playground: Playground;
  readonly #lesson: Lesson;
  #files: ProjectFiles;
  #prepared = false;
  #said: string[] = [];
  /** What the last build was of, and where: nothing is built twice. */
  #last: { files: ProjectFiles; sandbox: Sandbox; installed: Installed } | null = null;
  readonly #held: HeldConnections;

  constructor(playground: Playground, lesson: Lesson) {
    this.#playground = playground;
    this.#held = new HeldConnections(playground);
    this.#lesson = lesson;
    this.#files = lesson.start.files;
  }

  /** Does one step; what is not as the text says it, or null. */
  async take(step: TextStep): Promise<string | null> {
    switch (step.kind) {
      case 'file':
        this.#files = { ...this.#files, [step.path]: `${step.text}\n` };
        return null;
      case 'append': {
        const before = this.#files['src/lib.rs']?.trimEnd();
        this.#files = { ...this.#files, 'src/lib.rs': `${before}\n\n${step.text}\n` };
        return null;
      }
      case 'solution':
        this.#files = this.#lesson.solution.files;
        return null;
      case 'compiler':
        return this.#compile(step);
      case 'sql':
        return step.connection === null
          ? this.#runSql(step)
          : this.#runBeside({ ...step, connection: step.connection });
    }
  }

  async #compile({ lines }: Step<'compiler'>): Promise<string | null> {
    if (await this.#build()) return 'This compiles, but the text says it doesn’t.';
    const said = this.#said.join('\n');
    const missing = lines.filter((line) => !hasPattern(said, line));
    return missing.length > 0
      ? `Missing from the compiler output:\n${missing.join('\n')}\nGot:\n${said}`
      : null;
  }

  async #runSql(step: Step<'sql'>): Promise<string | null> {
    const installed = await this.#build();
    if (!installed) return `The code built up to this point doesn’t compile:\n${this.#said.join('\n')}`;
    const { sql, state: database } = this.#playground;
    const context = this.#context(() => {});
    if (!this.#prepared) await prepareChecks({ context, database }, sql, installed);
    this.#prepared = true;
    const files = this.#files;
    const generated = installed.sql;
    const work = { sql, context, database, installed, files, script: '', generated, rustRefused: null };
    const shortfall = await runCheck(work, asCheck(step));
    if (shortfall?.end) {
      await this.#held[Symbol.asyncDispose]();
      await this.#playground.renew();
    }
    return shortfall && `Expected:\n${shortfall.expected}\nGot:\n${shortfall.got}`;
  }

  async #runBeside(step: Step<'sql'> & { connection: string }): Promise<string | null> {
    const got = await this.#held.execute(step.connection, step.sql);
    return matchesOutput(step.output, got) ? null : `Expected:\n${step.output}\nGot:\n${got}`;
  }

  async #build(): Promise<Installed | null> {
    const { sandbox } = this.#playground;
    const files = this.#files;
    if (this.#last?.files === files && this.#last.sandbox === sandbox) return this.#last.installed;
    this.#said = [];
    const emit = (event: RunEvent) => {
      if (event.type === 'diagnostic') this.#said.push(stripVTControlCharacters(event.rendered));
    };
    const built = await this.#playground.build.build(this.#context(emit), files);
    if (built.kind !== 'installed') return null;
    this.#last = { files, sandbox, installed: built.installed };
    return built.installed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#held[Symbol.asyncDispose]();
  }

  #context(emit: (event: RunEvent) => void) {
    return { sandbox: this.#playground.sandbox, emit, signal: new AbortController().signal };
  }
}

function asCheck({ line, sql, output }: Step<'sql'>): LessonCheck {
  return { name: '', message: null, line, files: {}, parts: [{ kind: 'sql', line, sql, output }] };
}
