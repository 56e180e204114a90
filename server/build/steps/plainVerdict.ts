import type { PlainResult } from '../../ports/testPorts.ts';

/** What the shell says of a process that was killed by SIGKILL: here by `timeout`, or for want of memory. */
const killed = 137;

/**
 * What the harness's words mean, and which of them were the test's own; null where it has no such test.
 */
export function plainVerdict(
  printed: string,
  { code, ms }: { code: number; ms: number },
  signalName: (code: number) => string | null,
): Pick<PlainResult, 'outcome' | 'message' | 'printed'> | null {
  if (/^running 0 tests$/m.test(printed)) return null;
  const own = ownLines(printed);
  if (code === 0) {
    const ignored = /^test result: ok\. 0 passed; 0 failed; 1 ignored/m.test(printed);
    return { outcome: ignored ? 'ignored' : 'passed', message: null, printed: own };
  }
  const signal = code > 128 ? signalName(code) : null;
  const message =
    code === killed && ms > 9_500
      ? 'It took over 10 s and was killed.'
      : signal
        ? `It was terminated by ${signal}.`
        : (panicText(own) ?? `It exited with status ${code}.`);
  return { outcome: 'failed', message, printed: own };
}

/** Lines of the harness: those that tell of a test, and those that begin a list, in which they are indented. */
const ofHarness =
  /^(?:running 1 test|ok|FAILED|ignored(?:, .*)?|test result: .*|note: run with `RUST_BACKTRACE=1`.*)$/;
const beginsList = /^(?:successes|failures):$/;

/** What the test itself has printed: without the harness's lines, and without its words before the test's. */
function ownLines(printed: string): string {
  const own: string[] = [];
  let inList = false;
  for (const line of printed.split('\n')) {
    const text = line === '' ? '' : line.replace(/^test \S+(?: - should panic)? \.\.\. /, '');
    if (line === '' && !inList) {
      own.push('');
      continue;
    }
    inList = beginsList.test(text) || (inList && (line === '' || line.startsWith('    ')));
    if (!inList && !ofHarness.test(text)) own.push(text);
  }
  return own.join('\n').trim();
}

/** The message of a panic, up to an empty line. */
function panicText(own: string): string | null {
  const at = own.indexOf('panicked at ');
  const start = at < 0 ? 0 : own.indexOf('\n', at) + 1;
  return start === 0 ? null : (own.slice(start).split('\n\n', 1)[0] ?? null);
}
