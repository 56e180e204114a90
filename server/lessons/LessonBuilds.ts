import type { LessonCheck } from '../../lessons/parseChecks.ts';
import type { RunEvent } from '../../protocol/events/events.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import type { BuildPort, Installed, RunContext, StepEnd } from '../ports/runPorts.ts';
import { hiddenRust, withHiddenRust } from './hiddenTests.ts';

export type Build = { kind: 'installed'; installed: Installed } | { kind: 'refused'; said: string };

/**
 * The learner's files as the checks need them: as they are, with the checks' own Rust behind them, or with some files
 * replaced. What is installed is kept until another is needed. A build that the checks alone need is not told.
 */
export class LessonBuilds {
  readonly #port: BuildPort;
  readonly #context: RunContext;
  readonly #own: ProjectFiles;
  readonly #installed: Installed;
  #files: ProjectFiles;
  #last: { files: ProjectFiles; build: Build };
  #hidden: Build | null = null;

  constructor(port: BuildPort, context: RunContext, own: ProjectFiles, installed: Installed) {
    this.#port = port;
    this.#context = context;
    this.#own = own;
    this.#installed = installed;
    this.#files = own;
    this.#last = { files: own, build: { kind: 'installed', installed: settled(installed) } };
  }

  /** Whether hidden Rust compiles against the learner's. Where not, what rustc says to it. */
  async addRust(checks: readonly LessonCheck[]): Promise<Build | StepEnd> {
    const rust = hiddenRust(checks);
    if (rust === '') return { kind: 'installed', installed: this.#installed };
    const files = withHiddenRust(this.#own, rust);
    const build = await this.#build(files);
    if (build.kind === 'installed') this.#files = files;
    this.#hidden = build.kind === 'installed' || build.kind === 'refused' ? build : null;
    return build;
  }

  /** What rustc said to the hidden Rust, where it was refused. */
  get rustRefused(): string | null {
    return this.#hidden?.kind === 'refused' ? this.#hidden.said : null;
  }

  /** Has the files as a check needs them in place. */
  for(check: LessonCheck): Promise<Build | StepEnd> {
    const replaced = Object.keys(check.files).length > 0;
    return this.#build(replaced ? { ...this.#own, ...check.files } : this.#files);
  }

  async #build(files: ProjectFiles): Promise<Build | StepEnd> {
    if (this.#last.files === files) return this.#last.build;
    let said = '';
    const emit = (event: RunEvent) => {
      if (event.type === 'limit') this.#context.emit(event);
      if (event.type === 'diagnostic' && event.severity === 'error' && said === '') said = event.message;
    };
    const end = await this.#port.build({ ...this.#context, emit }, files);
    if (end.kind === 'failed') return { kind: 'refused', said };
    if (end.kind === 'installed')
      this.#last = { files, build: { kind: 'installed', installed: settled(end.installed) } };
    return end;
  }
}

/** What was installed, for SQL after the first: Postgres would be restarted again for a preloaded library that changed. */
export function settled(installed: Installed): Installed {
  return { ...installed, soChanged: false };
}
