import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { z } from 'zod';
import { limits } from '../../../protocol/limits.ts';
import { runRequest } from '../../../protocol/project.ts';
import { shareRequest } from '../../../protocol/snippet.ts';

/** What an address begins with, after its `#`, that holds a whole project. A change of the shape gets another number. */
export const contentPrefix = 'v1=';
const anyVersion = /^v\d+=/;

/** A full project that does not compress at all, in base64; browsers take addresses of that length. */
const mostCharacters = 512 * 1024;

const linkedContent = z.object({
  title: shareRequest.shape.title,
  postgres: runRequest.shape.postgres,
  files: runRequest.shape.files,
  sql: runRequest.shape.sql,
  /** The first and the last line of src/lib.rs that an embedded snippet shows; the others are folded. */
  shown: z.tuple([z.int().min(1), z.int().min(1)]).optional(),
});

/** A project as an address holds it. Only `files["src/lib.rs"]` or `files["Cargo.toml"]` is required. */
export type LinkedContent = z.infer<typeof linkedContent>;

export type ContentInLink =
  | { kind: 'content'; content: LinkedContent }
  /** The address holds no project. */
  | { kind: 'none' }
  | { kind: 'refused'; message: string };

/** A project as the part of an address after `#`: JSON, deflated, in base64url. */
export function contentFragment(content: z.input<typeof linkedContent>): string {
  const bytes = deflateSync(strToU8(JSON.stringify(content)), { level: 9 });
  // In latin1, each byte is one character, which is what btoa takes.
  const base64 = btoa(strFromU8(bytes, true));
  return contentPrefix + base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The project in the part of an address after `#`. It can come from anybody: every size is bounded, every part checked. */
export function contentInFragment(fragment: string): ContentInLink {
  if (!anyVersion.test(fragment)) return { kind: 'none' };
  if (!fragment.startsWith(contentPrefix))
    return refused(
      'This link was created by a newer version of the playground, and this version can’t read it.',
    );
  if (fragment.length > mostCharacters) return refused('This link is too long to open.');
  const text = inflated(fragment.slice(contentPrefix.length));
  if (text === null)
    return refused('This link is damaged: part of it may be missing. Copy it again from where you found it.');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused('This link is damaged: part of it may be missing. Copy it again from where you found it.');
  }
  const parsed = linkedContent.safeParse(json);
  if (parsed.success) return { kind: 'content', content: parsed.data };
  const [problem] = parsed.error.issues;
  return refused(`The contents of this link can’t be opened. ${problem?.message ?? ''}`.trim());
}

const refused = (message: string): ContentInLink => ({ kind: 'refused', message });

class TooLarge extends Error {}

/** Null where it is no such text, or is larger than any project. */
function inflated(base64url: string): string | null {
  if (!/^[A-Za-z0-9_-]+$/.test(base64url)) return null;
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  let ended = false;
  try {
    const packed = strToU8(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), true);
    const inflate = new Inflate((piece, final) => {
      bytes += piece.length;
      ended ||= final;
      if (bytes > limits.clientFrameBytes) throw new TooLarge();
      pieces.push(piece);
    });
    // In pieces, so that a billion zeros are noticed after the first few millions.
    for (let at = 0; at < packed.length; at += pieceBytes)
      inflate.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
    if (!ended) return null;
    const whole = new Uint8Array(bytes);
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(whole);
  } catch {
    return null;
  }
}

const pieceBytes = 4 * 1024;
