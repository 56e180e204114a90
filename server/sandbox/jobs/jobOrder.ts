/** What a job of the image's `job` program is to become, see `docker/session-tools/src/order.rs`. */
export interface JobOrder {
  argv: readonly string[];
  env: Readonly<Record<string, string>>;
  cwd: string;
}

/** The longest order that `job` takes, in bytes. */
const longest = 1024 * 1024;

/** The order as `job` reads it from its stdin; null where it could not be told so, as it is too long or has a NUL in it. */
export function jobOrder({ argv, env, cwd }: JobOrder): Buffer | null {
  const words = [cwd, ...Object.entries(env).map(([name, value]) => `${name}=${value}`), '', ...argv];
  if (words.some((word) => word.includes('\0'))) return null;
  const body = Buffer.from(words.map((word) => `${word}\0`).join(''));
  if (body.length > longest) return null;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
}
