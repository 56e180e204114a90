import type { ProjectFiles } from '../../../protocol/project.ts';
import type { BuildOptions, RunContext } from '../../ports/runPorts.ts';
import type { SandboxPort } from '../../ports/sandboxPort.ts';
import type { BuildLimits } from '../buildLimits.ts';
import type { Crate } from '../project/Crate.ts';

/** A project whose Cargo.toml has been checked, and what is to be done with it. */
export interface ScriptJob {
  port: SandboxPort;
  context: RunContext;
  /** The whole project, with what was filled in. */
  files: ProjectFiles;
  /** The crate of it that becomes the extension. */
  crate: Crate;
  /** Why dependencies would have to be compiled, if they have to be. */
  why: string;
  limits: BuildLimits;
  /** Features and flags beyond those of a run. */
  options?: BuildOptions;
  /** What it is called when it takes too much. */
  what: 'build' | 'check';
  /** Called when it has been compiled, and something follows. */
  onCompiled?: () => void;
}
