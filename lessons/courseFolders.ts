import path from 'node:path';

/** The folders with courses: the project's own and, where there is one, the operator's. */
export function courseFolders(project: string, operators: string | undefined): string[] {
  return [path.join(project, 'tutorials'), ...(operators ? [path.resolve(operators)] : [])];
}
