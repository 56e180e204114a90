import type { Readable } from 'node:stream';
import type { ProjectFiles } from '../../protocol/project.ts';
import type { Emit } from '../sessions/runPorts.ts';
import type { Exec, ExecExit } from '../sessions/sandboxPort.ts';
import type { BuildLimits } from './buildLimits.ts';
import { CargoMessages } from './CargoMessages.ts';
import { DiagnosticSink } from './DiagnosticSink.ts';
import { LineReader } from './LineReader.ts';
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
}

export interface BuildTask {
  files: ProjectFiles;
  /** The word that marks the line of cargo's end. */
  mark: string;
  limits: BuildLimits;
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
  };
  const stop = (why: 'time' | 'output') => {
    if (end.stopped) return;
    end.stopped = why;
    void exec.kill('KILL');
  };
  using stdoutLog = new LogText('stdout', emit);
  using stderrLog = new LogText('stderr', emit);
  const diagnostics = new DiagnosticSink(limits, emit);
  const say = (text: string) => {
    end.said = (end.said + text).slice(-saidLength);
  };

  let timer = setTimeout(stop, limits.buildMs, 'time');
  const messages = new CargoMessages(new ProjectPlaces(task.files), task.mark, {
    diagnostic(diagnostic) {
      stderrLog.flush();
      if (diagnostic.severity === 'error') say(`${diagnostic.message}\n`);
      diagnostics.take(diagnostic);
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
  const lines = new LineReader(limits.lineBytes, (line) => {
    if (end.code === null) messages.take(line);
    else end.answer ||= line;
  });

  const stdout = follow(
    exec.stdout,
    limits.messageBytes,
    (chunk) => lines.take(chunk),
    () => stop('output'),
  );
  const stderr = follow(
    exec.stderr,
    limits.logBytes,
    (chunk) => {
      say(chunk.toString());
      stderrLog.take(chunk);
    },
    () => stop('output'),
  );
  end.exit = await exec.exit;
  clearTimeout(timer);
  await Promise.all([stdout, stderr]);
  lines.end();
  end.errors = diagnostics.errors;
  return end;
}

/** Hands on a stream's chunks up to a bound, then reads and drops. Resolves when the stream is closed. */
function follow(
  stream: Readable,
  bytes: number,
  take: (chunk: Buffer) => void,
  over: () => void,
): Promise<void> {
  let left = bytes;
  stream.on('data', (chunk: Buffer) => {
    if (left > 0) take(chunk.subarray(0, left));
    left -= chunk.length;
    if (left < 0) over();
  });
  // A broken stream shows as an exit of kind `lost`.
  stream.on('error', () => {});
  return new Promise((resolve) => stream.once('close', resolve));
}
