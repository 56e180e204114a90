import type { PlainResult } from '../sessions/testPorts.ts';

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
  const own = printed
    .replace(/^\s*running 1 test\n/, '')
    .replace(/^test \S+(?: - should panic)? \.\.\. /gm, '')
    .replace(/^(?:ok|FAILED|ignored(?:, .*)?)$\n?/gm, '')
    .replace(/\n*^(?:failures:\n\n(?: {4}.*\n)+\n*)?test result: .*\n*/gm, '')
    .replace(/^(?:successes|failures):\n\n?(?: {4}.*\n)*/gm, '')
    .replace(/^note: run with `RUST_BACKTRACE=1`.*\n?/gm, '')
    .trim();
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
        : (/panicked at [^\n]*\n([\s\S]*?)(?=\n\n|$)/.exec(own)?.[1] ?? `It exited with status ${code}.`);
  return { outcome: 'failed', message, printed: own };
}
