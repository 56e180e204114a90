import type { Health } from '../../../protocol/health.ts';
import type { Sessions } from '../../sessions/Sessions.ts';
import type { Route } from '../core/route.ts';
import { sendJson } from '../core/sendJson.ts';

/** `GET /api/v1/health`: 200 once a run would be served. */
export function healthRoute(sessions: Sessions): Route {
  return {
    GET: async (_request, response) => {
      const { sessions: count, oneShots, waitingForContainer, waitingForBuild } = sessions.counts;
      const { status, message } = await sessions.health();
      const body: Health = {
        status,
        sessions: count + oneShots,
        queue: waitingForContainer + waitingForBuild,
        ...(message && { message }),
      };
      sendJson(response, status === 'ok' ? 200 : 503, body);
    },
  };
}
