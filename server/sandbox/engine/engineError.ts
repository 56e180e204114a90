/** What the Engine said, or the way to it, without dockerode's words around it. */
export function engineMessage(error: unknown): string {
  return oneLine(reason(error) ?? (error instanceof Error ? error.message : String(error)));
}

/** Text of the Engine's in one line, cut at 500 characters. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 500);
}

/** The HTTP status of the Engine's answer; null where there was none. */
export function engineStatus(error: unknown): number | null {
  const status = property(error, 'statusCode');
  return typeof status === 'number' ? status : null;
}

/** Whether the Engine said that the container is not there, or not running. */
export function saysGone(error: unknown): boolean {
  const status = engineStatus(error);
  return (
    status === 404 ||
    (status !== null && /is not running|no such container|marked for removal/i.test(engineMessage(error)))
  );
}

function reason(error: unknown): string | null {
  const message = property(property(error, 'json'), 'message');
  return typeof message === 'string' ? message : null;
}

function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}
