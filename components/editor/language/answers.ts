import { z } from 'zod';

/** The parts of the Language Server Protocol's answers that the editor uses. What answers runs beside hostile code. */
const place = z.object({ line: z.int().nonnegative(), character: z.int().nonnegative() });
export const lspRange = z.object({ start: place, end: place });
export type LspRange = z.infer<typeof lspRange>;

const text = z.string();
const markup = z.union([
  text,
  z.object({ value: text }),
  z.array(z.union([text, z.object({ value: text })])),
]);
export type Markup = z.infer<typeof markup>;

export const textEdit = z.object({ range: lspRange, newText: text });

/** `data` and what else there is goes back to the server, so it is kept. */
export const completionItem = z.looseObject({
  label: text,
  kind: z.int().optional(),
  detail: text.optional(),
  documentation: markup.optional(),
  sortText: text.optional(),
  filterText: text.optional(),
  insertText: text.optional(),
  insertTextFormat: z.int().optional(),
  preselect: z.boolean().optional(),
  textEdit: z.union([textEdit, z.object({ newText: text, insert: lspRange, replace: lspRange })]).optional(),
  additionalTextEdits: z.array(textEdit).optional(),
});
export type CompletionItem = z.infer<typeof completionItem>;

export const completions = z.union([
  z.array(completionItem).transform((items) => ({ items, isIncomplete: false })),
  z.object({ items: z.array(completionItem), isIncomplete: z.boolean() }),
  z.null().transform(() => ({ items: [], isIncomplete: false })),
]);

export const hover = z.object({ contents: markup, range: lspRange.optional() }).nullable();

export const signatures = z
  .object({
    signatures: z.array(
      z.object({
        label: text,
        documentation: markup.optional(),
        parameters: z
          .array(
            z.object({
              label: z.union([text, z.tuple([z.int(), z.int()])]),
              documentation: markup.optional(),
            }),
          )
          .optional(),
        activeParameter: z.int().nullish(),
      }),
    ),
    activeSignature: z.int().nullish(),
    activeParameter: z.int().nullish(),
  })
  .nullable();

const location = z.object({ uri: text, range: lspRange });
export const locations = z.union([
  location.transform((one) => [one]),
  z.array(location),
  z.null().transform(() => []),
]);

export const highlights = z.array(z.object({ range: lspRange, kind: z.int().optional() })).nullable();

export const renamePlace = z
  .union([
    lspRange.transform((range) => ({ range, placeholder: null })),
    z.object({ range: lspRange, placeholder: text }),
  ])
  .nullable();

export const workspaceEdit = z
  .object({
    changes: z.record(text, z.array(textEdit)).optional(),
    documentChanges: z
      .array(z.object({ textDocument: z.object({ uri: text }), edits: z.array(textEdit) }))
      .optional(),
  })
  .nullable();

export const inlayHints = z
  .array(
    z.object({
      position: place,
      label: z.union([text, z.array(z.object({ value: text }))]),
      kind: z.int().optional(),
      paddingLeft: z.boolean().optional(),
      paddingRight: z.boolean().optional(),
    }),
  )
  .nullable();
