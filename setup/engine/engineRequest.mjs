import http from 'node:http';
import https from 'node:https';

/** An answer of the Engine that we read is never longer, in bytes: a list of some thousand containers. */
const longestAnswer = 16 * 1024 * 1024;

/**
 * One GET to the Engine, within `timeoutMs`: `{ status, body }`, or `{ error }` with the code of what went wrong
 * (`EACCES`, `ENOENT`, `ECONNREFUSED`, `ETIMEDOUT`, …).
 * @returns {Promise<{ status: number, body: string } | { error: string }>}
 */
export function engineGet(endpoint, path, timeoutMs = 3_000) {
  return new Promise((resolve) => {
    const { get } = endpoint.options.protocol === 'https:' ? https : http;
    const fail = (error) => resolve({ error: error.code ?? error.message });
    const signal = AbortSignal.timeout(timeoutMs);
    const request = get({ ...endpoint.options, path, signal, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        body += chunk;
        if (body.length > longestAnswer) response.destroy(new Error('the response is too long'));
      });
      response.on('error', fail);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    request.on('error', (error) => (signal.aborted ? resolve({ error: 'ETIMEDOUT' }) : fail(error)));
  });
}
