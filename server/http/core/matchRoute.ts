import type { Parameters, Route } from './route.ts';

/** Finds what answers at a path. A route's path may have parameters, such as `/api/v1/snippets/{id}`. */
export function routeMatcher(
  routes: ReadonlyMap<string, Route>,
): (path: string) => { route: Route; parameters: Parameters } | null {
  const patterns = [...routes].flatMap(([path, route]) =>
    path.includes('{') ? { route, parts: path.split('/') } : [],
  );
  return (path) => {
    const exact = routes.get(path);
    if (exact) return { route: exact, parameters: {} };
    const asked = path.split('/');
    for (const { route, parts } of patterns) {
      const parameters = parametersOf(parts, asked);
      if (parameters) return { route, parameters };
    }
    return null;
  };
}

function parametersOf(parts: readonly string[], asked: readonly string[]): Parameters | null {
  if (parts.length !== asked.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const given = asked[index] ?? '';
    if (part.startsWith('{')) parameters[part.slice(1, -1)] = given;
    else if (part !== given) return null;
  }
  return parameters;
}
