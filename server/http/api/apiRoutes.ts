import type { IncomingMessage } from 'node:http';
import type { StarterProject } from '../../../protocol/starter.ts';
import type { Sessions } from '../../sessions/Sessions.ts';
import type { Route } from '../core/route.ts';
import { sendJson } from '../core/sendJson.ts';
import type { SnippetDeps } from '../snippets/snippetParts.ts';
import { snippetRoutes } from '../snippets/snippetRoutes.ts';
import { healthRoute } from './healthRoute.ts';
import { openApiDocument } from './openApi.ts';
import { runRoute } from './runRoute.ts';
import { type SourceDeps, sourceRoute } from './sourceRoute.ts';
import { starterRoutes } from './starterRoutes.ts';
import { versionsRoute } from './versionsRoute.ts';

/** The API's paths; with `metrics` that of Prometheus as well. */
export function apiRoutes(
  sessions: Sessions,
  addressOf: (request: IncomingMessage) => string,
  starters: readonly StarterProject[],
  snippets: SnippetDeps & SourceDeps,
  metrics: Route | null,
): ReadonlyMap<string, Route> {
  const routes = new Map<string, Route>([
    ['/api/v1/health', healthRoute(sessions)],
    ['/api/v1/versions', versionsRoute(sessions)],
    ['/api/v1/run', runRoute(sessions, addressOf)],
    ...starterRoutes(starters),
    ...snippetRoutes(snippets),
    ['/api/v1/sources', sourceRoute(snippets)],
    ['/api/v1/openapi.json', { GET: (_request, response) => sendJson(response, 200, openApiDocument) }],
  ]);
  if (metrics) routes.set('/metrics', metrics);
  return routes;
}
