import { randomBytes } from 'node:crypto';
import type { Handler } from './route.ts';
import { pagePolicy } from './security.ts';

/**
 * Hands a request to the page's own handler, Next's. Next reads the nonce for its scripts out of the policy in the
 * request's headers, and what the client sends there must not reach it.
 */
export function servePage(page: Handler, development: boolean): Handler {
  return (request, response, parameters) => {
    delete request.headers['content-security-policy'];
    delete request.headers['content-security-policy-report-only'];
    if (!request.url?.startsWith('/_next/static/')) {
      const policy = pagePolicy(randomBytes(16).toString('base64'), development);
      request.headers['content-security-policy'] = policy;
      response.setHeader('Content-Security-Policy', policy);
    }
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    return page(request, response, parameters);
  };
}
