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

export interface RustcSpan extends RustcPlace {
  is_primary: boolean;
  label: string | null;
  text: { text: string }[];
  suggested_replacement: string | null;
  suggestion_applicability: string | null;
  expansion: { span: RustcSpan } | null;
}

const span: z.ZodType<RustcSpan> = place.extend({
  is_primary: z.boolean(),
  label: z.string().nullish().default(null),
  text: z.array(z.object({ text: z.string() })).default([]),
  suggested_replacement: z.string().nullish().default(null),
  suggestion_applicability: z.string().nullish().default(null),
  get expansion() {
    return z.object({ span }).nullish().default(null);
  },
}) as z.ZodType<RustcSpan>;

const child = z.object({ message: z.string(), level: z.string(), spans: z.array(span) });

/** What rustc says in JSON of one error, warning or the like (rustc's book, "JSON output"); what is not used is left. */
export const rustcMessage = child.extend({
  code: z.object({ code: z.string() }).nullish().default(null),
  rendered: z.string().nullish().default(null),
  children: z.array(child).default([]),
});

export type RustcMessage = z.infer<typeof rustcMessage>;
export type RustcChild = z.infer<typeof child>;
