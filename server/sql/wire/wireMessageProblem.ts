/**
 * Why a message from the server end of Postgres's protocol (version 3, a simple query after trust authentication) is
 * not well-formed, or null. `pg` believes lengths and counts, and looks for a terminating zero without end; behind the
 * socket may be anything, since the code that is tried here runs inside of Postgres.
 *
 * @param type the message's first byte, as a letter
 * @param body what follows its length
 */
export function wireMessageProblem(type: string, body: Buffer): string | null {
  return (check[type] ?? unknown)(body) ? null : `a malformed message of type ${JSON.stringify(type)}`;
}

const unknown = () => false;
const empty = (body: Buffer) => body.length === 0;
const endsWithZero = (body: Buffer) => body.at(-1) === 0;

const check: Record<string, (body: Buffer) => boolean> = {
  // Authentication: only "ok", since the socket trusts whoever can reach it.
  R: (body) => body.length === 4 && body.readInt32BE(0) === 0,
  K: (body) => body.length === 8,
  S: (body) => strings(body, 0, 2) === body.length,
  Z: (body) => body.length === 1,
  C: (body) => strings(body, 0, 1) === body.length,
  I: empty,
  D: dataRow,
  T: rowDescription,
  E: fields,
  N: fields,
  A: (body) => body.length > 4 && strings(body, 4, 2) === body.length,
  G: copyResponse,
  H: copyResponse,
  d: () => true,
  c: empty,
};

/** Where `count` zero-terminated strings from `start` end; -1 where they do not. */
function strings(body: Buffer, start: number, count: number): number {
  let at = start;
  for (let index = 0; index < count; index++) {
    const zero = body.indexOf(0, at);
    if (zero < 0) return -1;
    at = zero + 1;
  }
  return at;
}

function dataRow(body: Buffer): boolean {
  const count = body.length >= 2 ? body.readInt16BE(0) : -1;
  if (count < 0) return false;
  let at = 2;
  for (let index = 0; index < count; index++) {
    if (at + 4 > body.length) return false;
    const length = body.readInt32BE(at);
    if (length < -1) return false;
    at += 4 + Math.max(length, 0);
  }
  return at === body.length;
}

/** Each column: a name and 18 bytes of numbers. */
function rowDescription(body: Buffer): boolean {
  const count = body.length >= 2 ? body.readInt16BE(0) : -1;
  let at = 2;
  for (let index = 0; index < count; index++) {
    at = strings(body, at, 1);
    if (at < 0) return false;
    at += 18;
  }
  return count >= 0 && at === body.length;
}

/** Each field of an error or a notice: a letter and a string; a zero ends them. */
function fields(body: Buffer): boolean {
  let at = 0;
  while (at < body.length && body[at] !== 0) {
    at = strings(body, at + 1, 1);
    if (at < 0) return false;
  }
  return at === body.length - 1 && endsWithZero(body);
}

function copyResponse(body: Buffer): boolean {
  const count = body.length >= 3 ? body.readInt16BE(1) : -1;
  return count >= 0 && body.length === 3 + 2 * count;
}
