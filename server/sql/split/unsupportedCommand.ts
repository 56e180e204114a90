const terminal = 'It needs a terminal. Use the psql tab.';
const connection = 'A script can’t change its connection. Use the psql tab.';
const flow = 'Scripts run statement by statement, without conditionals.';

const variables = 'Set variables in a script with \\set, or use the psql tab.';

const reasons: Record<string, string> = {
  c: connection,
  connect: connection,
  e: terminal,
  ed: terminal,
  edit: terminal,
  ef: terminal,
  ev: terminal,
  password: terminal,
  prompt: terminal,
  s: terminal,
  gset: variables,
  if: flow,
  elif: flow,
  else: flow,
  endif: flow,
};

/** Why a backslash command cannot be part of a script, or null. */
export function unsupportedCommand(name: string): string | null {
  return Object.hasOwn(reasons, name) ? (reasons[name] ?? null) : null;
}
