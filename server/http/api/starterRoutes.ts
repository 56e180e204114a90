import type { StarterProject } from '../../../protocol/starter.ts';
import type { Route } from '../core/route.ts';
import { sendJson } from '../core/sendJson.ts';

/** `GET /api/v1/starters`, the list, and `GET /api/v1/starters/{name}`, each with its files. */
export function starterRoutes(starters: readonly StarterProject[]): [path: string, route: Route][] {
  const list = starters.map(({ name, title, description }) => ({ name, title, description }));
  return [
    ['/api/v1/starters', { GET: (_request, response) => sendJson(response, 200, list) }],
    ...starters.map((starter): [string, Route] => [
      `/api/v1/starters/${starter.name}`,
      { GET: (_request, response) => sendJson(response, 200, starter) },
    ]),
  ];
}
