import { z } from 'zod';
import { limits } from '../limits.ts';

const text = z.string().max(limits.textLength);
const severity = z.enum(['error', 'warning', 'note', 'help']);

/** A place in a file of the project. Lines and columns count from 1; columns are in UTF-16 code units, as Monaco's. */
const span = z.object({
  file: z.string().max(512),
  line: z.int().positive(),
  column: z.int().positive(),
  endLine: z.int().positive(),
  endColumn: z.int().positive(),
});

/** A replacement that the compiler proposes. `applicability` is rustc's word for how sure it is. */
export const suggestion = z.object({
  message: text,
  applicability: z.enum(['MachineApplicable', 'MaybeIncorrect', 'HasPlaceholders', 'Unspecified']),
  edits: z.array(span.extend({ replacement: text })).max(64),
});

/** Where one of the further texts of a diagnostic belongs; null where that is not in the project. */
const labelPlace = { file: z.string().max(512).nullable(), line: z.int().positive().nullable() };

/** What the compiler writes beside a place: ``expected `&str`, found `String` ``. `primary` is the diagnostic's own place. */
export const diagnosticLabel = z.object({ ...labelPlace, message: text, primary: z.boolean() });

/** What it adds below. The text of a help is that of the suggestion which it makes, if it makes one. */
export const diagnosticNote = z.object({ ...labelPlace, message: text, severity });

/** What the compiler says of a place. `rendered` has ANSI colours. `file` is null where no place is known. */
export const diagnosticEvent = z.object({
  type: z.literal('diagnostic'),
  severity,
  code: z.string().max(200).nullable(),
  message: text,
  file: z.string().max(512).nullable(),
  line: z.int().positive().nullable(),
  column: z.int().positive().nullable(),
  endLine: z.int().positive().nullable(),
  endColumn: z.int().positive().nullable(),
  rendered: text,
  suggestions: z.array(suggestion).max(16),
  labels: z.array(diagnosticLabel).max(16).optional(),
  notes: z.array(diagnosticNote).max(16).optional(),
});
