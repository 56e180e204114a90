import { expect, it } from 'vitest';
import type { StarterProject } from '../../../protocol/starter.ts';
import { apiRoutes } from './apiRoutes.ts';
import { openApiDocument } from './openApi.ts';

it('describes each method of each path, and no other', () => {
  const nothing = {} as never;
  // Each starter has a path of its own, under its name.
  const starter = { name: '{name}' } as StarterProject;
  const routes = new Map(apiRoutes(nothing, () => '', [starter], nothing, null));
  routes.delete('/api/v1/openapi.json');
  const there = [...routes].map(([path, route]) => [path, Object.keys(route).toSorted()]);
  const methods = ['get', 'post', 'put', 'delete'];
  const described = Object.entries(openApiDocument.paths ?? {}).map(([path, item]) => [
    path,
    methods
      .filter((method) => method in item)
      .map((method) => method.toUpperCase())
      .toSorted(),
  ]);
  expect(described.toSorted()).toEqual(there.toSorted());
});
