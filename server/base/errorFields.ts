/**
 * An error for the log. Its message is left out: it can quote what a person wrote (`Unexpected token 'secret'…`), and logs
 * hold none of that. Where it came up is in the stack.
 */
export function errorFields(thrown: unknown): { error: string; code?: string; stack?: string[] } {
  // What was thrown first, where what closes things failed over it as well.
  const error: unknown = thrown instanceof SuppressedError ? thrown.suppressed : thrown;
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as NodeJS.ErrnoException;
  const { message, stack: whole = '' } = error;
  const frames = whole.slice(Math.max(0, whole.indexOf(message)) + message.length).split('\n');
  const stack = frames.flatMap((line) => /^\s+at (.*)$/.exec(line)?.[1] ?? []);
  return {
    error: error.name.slice(0, 100),
    ...(typeof code === 'string' && { code: code.slice(0, 100) }),
    stack: stack.slice(0, 20),
  };
}
