import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';

/**
 * What a module of ours imports, types included: files as paths from the project's folder, packages by their name
 * (`node:fs`, `@xterm/xterm`, `next`). `path` is itself taken from the project's folder.
 */
export function importsOf(path: string, source = readFileSync(path, 'utf8')): string[] {
  const { module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} can't be parsed: ${errors[0]?.message}`);
  const requests = [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => quoted(source.slice(start, end))),
  ];
  return [...new Set(requests.map((request) => resolve(path, request)))];
}

/** A dynamic import of anything but a literal can't be followed, and is told as what it says. */
function quoted(expression: string): string {
  return /^(['"`])([^'"`$]*)\1$/.exec(expression)?.[2] ?? expression;
}

function resolve(from: string, request: string): string {
  if (request.startsWith('.')) return posix.join(posix.dirname(from), request);
  return request
    .split('/')
    .slice(0, request.startsWith('@') ? 2 : 1)
    .join('/');
}
