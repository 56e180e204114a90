import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type ArchiveFormat, archiveFormat, type Snippet } from '../../../protocol/snippet.ts';
import { ByteCache } from '../core/ByteCache.ts';
import type { Handler } from '../core/route.ts';
import { sendProblem } from '../core/sendProblem.ts';
import type { SnippetDeps } from './snippetParts.ts';
import { absence, snippetNamed, tooMany } from './snippetProblems.ts';

/** An archive has some 30 KiB. */
const keptBytes = 8 * 1024 * 1024;

const tooMuchToDo = {
  status: 503,
  detail: 'The server is too busy to pack the archive. Try again in a moment.',
  headers: { 'Retry-After': '5' },
};

interface Archive {
  name: string;
  bytes: Uint8Array;
}

/** Answers with a link's project as an archive. The same link's is packed once, as long as others do not push it out. */
export function archiveRoute(deps: SnippetDeps): Handler {
  const { rates, addressOf, pack } = deps;
  const archives = new ByteCache<Archive>(keptBytes, ({ bytes }) => bytes.length);
  return async (request, response, { id = '' }) => {
    const asked = archiveFormat.safeParse(queryOf(request.url).get('format') ?? 'tar.gz');
    if (!asked.success)
      return sendProblem(response, { status: 422, detail: 'The format must be tar.gz or zip.' });
    const absent = await absence(deps.store, id);
    if (absent) return sendProblem(response, absent);
    const key = `${id}.${asked.data}`;
    let archive = archives.get(key);
    if (!archive) {
      const found = await snippetNamed(deps, id, request);
      if ('status' in found) return sendProblem(response, found);
      const address = addressOf(request);
      const retryAfterMs = await rates.archive(address);
      if (retryAfterMs !== null) return sendProblem(response, tooMany('archives', retryAfterMs));
      const packed = await pack(found, asked.data, address);
      if (!packed) return sendProblem(response, tooMuchToDo);
      archives.put(key, packed, address);
      archive = packed;
    }
    sendFile(response, archive.name, types[asked.data], archive.bytes);
  };
}

const types: Record<ArchiveFormat, string> = { 'tar.gz': 'application/gzip', zip: 'application/zip' };

/** Answers with one file of a link as plain text, to be saved: a browser shows nothing of it as a page. */
export function fileRoute(deps: SnippetDeps): Handler {
  return async (request, response, { id = '' }) => {
    const found = await snippetNamed(deps, id, request);
    if ('status' in found) return sendProblem(response, found);
    const path = queryOf(request.url).get('path') ?? '';
    const text = textAt(found, path);
    if (text === null) return sendProblem(response, { status: 404, detail: 'This link has no such file.' });
    sendFile(response, path.split('/').at(-1) ?? '', 'text/plain; charset=utf-8', Buffer.from(text));
  };
}

/** The script is called script.sql where the project has no file of that name. */
function textAt({ files, sql }: Snippet, path: string): string | null {
  if (Object.hasOwn(files, path)) return files[path] ?? null;
  return path === 'script.sql' ? sql : null;
}

const queryOf = (url = '') => new URLSearchParams(url.split('?').slice(1).join('?'));

function sendFile(response: ServerResponse, name: string, type: string, bytes: Uint8Array): void {
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': bytes.length,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'Cache-Control': 'no-store',
    ETag: `"${createHash('sha256').update(bytes).digest('base64url')}"`,
  });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}
