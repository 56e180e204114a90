import { fail, ok, type Result } from '../../../protocol/result.ts';

/** Why something was not done, in words. */
export interface ShareFailure {
  message: string;
  /** When trying again makes sense, by `pageNow`; null where nobody knows. */
  retryAt: number | null;
}

/** A server that takes longer has been lost: the largest project is there in a second on a slow line. */
const patienceMs = 30_000;

/** The server's answer, whatever it is, or why there is none. */
export async function requestApi(
  path: string,
  init: RequestInit & { signal: AbortSignal },
): Promise<Result<Response, ShareFailure>> {
  try {
    const signal = AbortSignal.any([init.signal, AbortSignal.timeout(patienceMs)]);
    return ok(await fetch(path, { ...init, signal }));
  } catch {
    const message = navigator.onLine
      ? 'The server can’t be reached. Your files are unchanged. Try again in a moment.'
      : 'No network connection. Your files are unchanged. Try again when you are back online.';
    return fail({ message, retryAt: null });
  }
}
