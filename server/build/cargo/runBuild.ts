import { StringDecoder } from 'node:string_decoder';
import type { ProjectFiles } from '../../../protocol/project.ts';
import { letRun } from '../../base/contain.ts';
import { eachChunk } from '../../base/eachChunk.ts';
import type { Emit } from '../../ports/runPorts.ts';
import type { Exec, ExecExit } from '../../ports/sandboxPort.ts';
import type { BuildLimits } from '../buildLimits.ts';
import { CargoMessages } from './CargoMessages.ts';
import { CargoProgress } from './CargoProgress.ts';
import { DependencyWatch } from './DependencyWatch.ts';
import { DiagnosticSink } from './DiagnosticSink.ts';
import { followLines } from './followLines.ts';
import { LogText } from './LogText.ts';
import { ProjectPlaces } from './ProjectPlaces.ts';

/** What the build script came to. */
export interface BuildEnd {
  /** Cargo's exit code; null where it did not come to its end. */
  code: number | null;
  exit: ExecExit;
  /** The line that the install tool printed. */
  answer: string;
  /** The end of what cargo said, without colours' being taken out. */
  said: string;
  errors: number;
  stopped: 'time' | 'output' | null;
  /** Whether dependencies were compiled. */
  compiledDependencies: boolean;
}

export interface BuildTask {
  files: ProjectFiles;
  /** The word that marks the line of cargo's end. */
  mark: string;
  limits: BuildLimits;
  /** Why dependencies would have to be compiled, if they have to be. */
  why: string;
  emit: Emit;
  /** Called when cargo has ended. */
  onCargoEnd(code: number): void;
}

const saidLength = 16 * 1024;

/** Follows a running build script to its end, telling what it says, and stops it where it takes or says too much. */
export async function runBuild(exec: Exec, task: BuildTask): Promise<BuildEnd> {
  const { limits, emit } = task;
  const end: BuildEnd = {
    code: null,
    exit: { kind: 'exited', code: 0 },
    answer: '',
    said: '',
    errors: 0,
    stopped: null,
    compiledDependencies: false,
  };
  const stop = (why: 'time' | 'output') => {
    if (end.stopped) return;
    end.stopped = why;
    letRun('stream', exec.kill('KILL'));
  };
  using stdoutLog = new LogText('stdout', emit);
  using stderrLog = new LogText('stderr', emit);
  const diagnostics = new DiagnosticSink(limits, emit);
  const say = (text: string) => {
    end.said += text;
    // Cut now and then: at each of many small pieces, it would be copied as often.
    if (end.said.length > 2 * saidLength) end.said = end.said.slice(-saidLength);
  };

  let timer = setTimeout(stop, limits.buildMs, 'time');
  const dependencies = new DependencyWatch(task.why, emit, () => {
    end.compiledDependencies = true;
    clearTimeout(timer);
    timer = setTimeout(stop, limits.dependenciesMs, 'time');
  });
  const progress = new CargoProgress((steps) => dependencies.steps(steps));
  const messages = new CargoMessages(new ProjectPlaces(task.files), task.mark, {
    diagnostic(diagnostic) {
      stderrLog.flush();
      if (diagnostic.severity === 'error') say(`${diagnostic.message}\n`);
      diagnostics.take(diagnostic);
    },
    unread() {
      diagnostics.leftOut++;
    },
    other: (line) => stdoutLog.add(`${line}\n`),
    ended(code) {
      end.code = code;
      clearTimeout(timer);
      timer = setTimeout(stop, limits.installMs, 'time');
      stderrLog.flush();
      stdoutLog.flush();
      if (diagnostics.leftOut > 0)
        stderrLog.add(`${diagnostics.leftOut} more compiler messages were omitted.\n`);
      task.onCargoEnd(code);
    },
  });
  const stdout = followLines(
    exec.stdout,
    limits,
    (line) => {
      if (end.code === null) messages.take(line);
      else end.answer ||= line;
    },
    () => stop('output'),
  );
  let left = limits.logBytes;
  const decoder = new StringDecoder('utf8');
  const sayLog = (text: string) => {
    if (text === '') return;
    say(text);
    stderrLog.add(text);
    if (end.code === null) dependencies.take(text);
  };
  const stderr = eachChunk(exec.stderr, (chunk) => {
    const text = progress.take(decoder.write(chunk));
    if (left > 0) sayLog(text.slice(0, left));
    left -= chunk.length;
    if (left < 0) stop('output');
  });
  const read = Promise.all([stdout, stderr]);
  // Whoever cannot read it has no use for the rest of the build. What went wrong is thrown below.
  read.catch(() => letRun('stream', exec.kill('KILL')));
  try {
    end.exit = await exec.exit;
    clearTimeout(timer);
    await read;
    sayLog(progress.take(decoder.end()) + progress.end());
  } finally {
    // The line of cargo's end may have been read after the process ended, and has set the timer anew.
    clearTimeout(timer);
  }
  end.said = end.said.slice(-saidLength);
  end.errors = diagnostics.errors;
  return end;
}
