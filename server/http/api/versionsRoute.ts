import type { Sessions } from '../../sessions/Sessions.ts';
import type { Route } from '../core/route.ts';
import { sendJson } from '../core/sendJson.ts';
import { sendProblem } from '../core/sendProblem.ts';

/** `GET /api/v1/versions`: what a run here is made with. */
export function versionsRoute(sessions: Sessions): Route {
  return {
    GET: (_request, response) => {
      const { versions } = sessions;
      if (versions) sendJson(response, 200, versions);
      else
        sendProblem(response, {
          status: 503,
          detail: 'The server is starting. Try again in a moment.',
          headers: { 'Retry-After': '2' },
        });
    },
  };
}
