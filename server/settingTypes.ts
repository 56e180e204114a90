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

export interface Images {
  /** The major that a run gets which asks for none. */
  postgres: number;
  tags: Record<number, string>;
}

/** The major of an image that is named alone. */
const soleMajor = 17;

/** One image, or `17=tag,18=tag`. */
export const imageList = z.string().transform((text, context): Images => {
  const entries = text.split(',').flatMap((part) => part.trim() || []);
  const [only = ''] = entries;
  if (entries.length === 1 && !only.includes('='))
    return { postgres: soleMajor, tags: { [soleMajor]: only } };
  const pairs = entries.map((entry) => /^(\d{2})=([^=\s]+)$/.exec(entry));
  const tags: Record<number, string> = {};
  for (const pair of pairs) if (pair?.[2]) tags[Number(pair[1])] = pair[2];
  const postgres = Number(pairs[0]?.[1]);
  if (pairs.length > 0 && pairs.every(Boolean)) return { postgres, tags };
  context.addIssue('must be an image, or images by Postgres major such as 17=tag,18=tag');
  return z.NEVER;
});
