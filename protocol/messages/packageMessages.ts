import { z } from 'zod';

/** What a run of mode `package` makes of the extension: a tree of files to unpack at /, or a Debian package of them. */
export const packageFormat = z.enum(['tar.gz', 'deb']);
export type PackageFormat = z.infer<typeof packageFormat>;

/** Bytes of one part, and of a whole package: a library of debug code is some 18 MB. */
export const packagePart = 48 * 1024;
export const packageBytes = 64 * 1024 * 1024;

export const packageGet = z.object({ type: z.literal('package.get'), format: packageFormat });

export const packageReplies = [
  /** The parts come in order; `data` is in base64, and empty in the last one. */
  z.object({
    type: z.literal('package.part'),
    data: z.string().max((packagePart / 3) * 4),
  }),
  z.object({ type: z.literal('package.failed'), message: z.string().max(2000) }),
] as const;
