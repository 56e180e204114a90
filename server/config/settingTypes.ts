import { z } from 'zod';

/** A whole number in these bounds, both included. */
export const whole = (least: number, most: number) => {
  const message = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.int().min(least, message).max(most, message));
};

/** `https://a.example, https://b.example`: each without a path. */
export const originList = z.string().transform((text, context) => {
  const origins = text.split(',').flatMap((part) => part.trim() || []);
  for (const origin of origins) {
    if (URL.canParse(origin) && new URL(origin).origin === origin) continue;
    context.addIssue(`${origin} must be an origin such as https://docs.example.org`);
  }
  return origins;
});

/** A place whose files anybody may open in the playground: those below this address, and nothing else. */
export interface Source {
  name: string;
  /** Ends with `/`. */
  base: string;
}

/** `docs=https://docs.example.org/snippets/, …`. */
export const sourceList = z.string().transform((text, context) => {
  const sources: Source[] = [];
  for (const part of text.split(',').flatMap((one) => one.trim() || [])) {
    const [, name = '', base = ''] = /^([a-z0-9-]{1,40})=(\S+)$/.exec(part) ?? [];
    const url = URL.canParse(base) ? new URL(base) : null;
    const plain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
    if (plain && url.href === base && base.endsWith('/') && !sources.some((other) => other.name === name))
      sources.push({ name, base });
    else
      context.addIssue(
        `${part} must be a unique name and a URL ending with /, such as docs=https://a.example/b/`,
      );
  }
  return sources;
});

export interface Images {
  /** The major that a run gets which asks for none. */
  postgres: number;
  /** By toolchain, as `toolchainKey` names it. */
  tags: Record<string, string>;
}

/** The major of an image that is named alone. */
const soleMajor = 17;

/** One image, or `17=tag,18=tag,17/0.18.1=tag`: the last for a release of pgrx that is not the default. */
export const imageList = z.string().transform((text, context): Images => {
  const entries = text.split(',').flatMap((part) => part.trim() || []);
  const [only = ''] = entries;
  if (entries.length === 1 && !only.includes('='))
    return { postgres: soleMajor, tags: { [soleMajor]: only } };
  const pairs = entries.map((entry) => /^(\d{2}(?:\/\d[\w.+-]{0,39})?)=([^=\s]+)$/.exec(entry));
  const tags: Record<string, string> = {};
  for (const pair of pairs) if (pair?.[1] && pair[2]) tags[pair[1]] = pair[2];
  const postgres = Number(pairs[0]?.[1]);
  if (pairs.length > 0 && pairs.every(Boolean) && !Number.isNaN(postgres)) return { postgres, tags };
  context.addIssue(
    'must be an image, or images by Postgres major version such as 17=tag,18=tag; 17/0.18.1=tag adds one with another pgrx',
  );
  return z.NEVER;
});
