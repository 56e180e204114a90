import { z } from 'zod';

const position = z.int().min(0).max(10_000_000);

const place = z.object({
  file_name: z.string(),
  line_start: position,
  line_end: position,
  /** In characters, from 1. */
  column_start: position,
  column_end: position,
});

export type RustcPlace = z.infer<typeof place>;

/**
 * More is not looked at: rustc's longest messages have some ten spans and children, and a suggestion of more than 64 edits is
 * none for us.
 */
const most = 100;

/** A list of which the beginning counts. What else is in it is not even checked. */
const beginning = <T extends z.ZodType>(element: T) =>
  z.preprocess(
    (value: z.input<T>[]) => (Array.isArray(value) ? value.slice(0, most) : value),
    z.array(element),
  );

const line = z.object({ text: z.string() });

const span = place.extend({
  is_primary: z.boolean(),
  label: z.string().nullish().default(null),
  /** The source's lines, of which the first and the last are of use. A span can have all of a file's. */
  text: z
    .preprocess((value) => {
      if (!Array.isArray(value) || value.length < 3) return value;
      return [value[0], value.at(-1)];
    }, z.array(line))
    .default([]),
  suggested_replacement: z.string().nullish().default(null),
  suggestion_applicability: z.string().nullish().default(null),
  /** The macro call that it came from, as it was said: there can be 128 in each other, and the first is enough as a rule. */
  expansion: z.unknown().default(null),
});

export type RustcSpan = z.infer<typeof span>;

const expansion = z.object({ span });

/** The span of the macro call that a span came from, or null. */
export function callOf({ expansion: said }: RustcSpan): RustcSpan | null {
  return said ? (expansion.safeParse(said).data?.span ?? null) : null;
}

const child = z.object({ message: z.string(), level: z.string(), spans: beginning(span) });

/** What rustc says in JSON of one error, warning or the like (rustc's book, "JSON output"); what is not used is left. */
export const rustcMessage = child.extend({
  code: z.object({ code: z.string() }).nullish().default(null),
  rendered: z.string().nullish().default(null),
  children: beginning(child).default([]),
});

export type RustcMessage = z.infer<typeof rustcMessage>;
export type RustcChild = z.infer<typeof child>;
