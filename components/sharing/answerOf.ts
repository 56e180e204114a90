import type { ShareFailure } from './shareFailure.ts';

/** A server that takes longer has been lost: the largest project is there in a second on a slow line. */
const patienceMs = 30_000;

/** The server's answer, whatever it is, or why there is none. */
export async function answerOf(
  path: string,
  init: RequestInit & { signal: AbortSignal },
): Promise<Response | ShareFailure> {
  try {
    return await fetch(path, {
      ...init,
      signal: AbortSignal.any([init.signal, AbortSignal.timeout(patienceMs)]),
    });
  } catch {
    const message = navigator.onLine
      ? 'The server can’t be reached. Your files are unchanged. Try again in a moment.'
      : 'No network connection. Your files are unchanged. Try again when you are back online.';
    return { message, retryAt: null };
  }
}
