import { z } from 'zod';
import { limits } from '../limits.ts';
import { projectFiles } from '../project.ts';

/** Where the language server has its copy of the project; its documents are named by `file:` addresses below it. */
export const languageRoot = '/work/language/project';

/** What the page may ask of the language server; none of these changes anything in the container. */
export const languageMethod = z.enum([
  'textDocument/completion',
  'completionItem/resolve',
  'textDocument/hover',
  'textDocument/signatureHelp',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/prepareRename',
  'textDocument/rename',
  'textDocument/inlayHint',
]);

export const languageNotification = z.enum([
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  '$/cancelRequest',
]);

const jsonrpc = z.literal('2.0');
const messageId = z.int().nonnegative();

/** A request or a notification of the Language Server Protocol; positions count UTF-16 code units. */
export const languageQuestion = z.union([
  z.strictObject({ jsonrpc, id: messageId, method: languageMethod, params: z.unknown() }),
  z.strictObject({ jsonrpc, method: languageNotification, params: z.unknown() }),
]);

/** The answer to one request. */
export const languageAnswer = z.object({
  jsonrpc,
  id: messageId,
  result: z.unknown().optional(),
  error: z.object({ code: z.int(), message: z.string().max(limits.textLength) }).optional(),
});

export const languageRequests = [
  /** Starts rust-analyzer on these files. */
  z.object({ type: z.literal('language.start'), files: projectFiles }),
  z.object({ type: z.literal('language.stop') }),
  /** The project's files, where some were added, renamed or removed, or Cargo.toml was changed. */
  z.object({ type: z.literal('language.files'), files: projectFiles }),
  z.object({ type: z.literal('language.message'), message: languageQuestion }),
  /** Asks for a source of a crate or of the standard library, by its path in the container. */
  z.object({ type: z.literal('language.source'), request: messageId, path: z.string().min(1).max(500) }),
] as const;

export const languageReplies = [
  z.object({
    type: z.literal('language.state'),
    state: z.enum(['off', 'starting', 'ready']),
    /** Why it is off: `memory` where the kernel ended it for want of memory. */
    reason: z.enum(['stopped', 'noneFree', 'died', 'memory', 'failed']).optional(),
    /** What it does while it starts, or why it is off, for the person. */
    message: z.string().max(limits.textLength).optional(),
    /** How long it took to be ready. */
    ms: z.number().nonnegative().optional(),
  }),
  z.object({ type: z.literal('language.message'), message: languageAnswer }),
  z.object({
    type: z.literal('language.source'),
    request: messageId,
    /** Null where there is no such source. */
    text: z.string().max(limits.sourceLength).nullable(),
  }),
] as const;

export type LanguageMethod = z.infer<typeof languageMethod>;
export type LanguageQuestion = z.infer<typeof languageQuestion>;
export type LanguageAnswer = z.infer<typeof languageAnswer>;
