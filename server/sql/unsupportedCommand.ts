const terminal = 'It needs a terminal: use the psql prompt.';
const connection = 'A script runs on one connection, which it cannot change: use the psql prompt.';
const flow = 'A script is run statement by statement, without conditions.';

const variables = 'A script’s variables come from \\set: use that, or the psql prompt.';

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
