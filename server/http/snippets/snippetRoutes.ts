import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { limits } from '../../../protocol/limits.ts';
import { type ShareAnswer, type ShareRequest, shareRequest, snippetId } from '../../../protocol/snippet.ts';
import { versionsOf } from '../../../protocol/versions.ts';
import type { NewSnippet, SnippetStore } from '../../ports/snippetStore.ts';
import { toolchainKey } from '../../ports/toolchain.ts';
import { unknownToolchain } from '../../runs/refusal.ts';
import { toolchainFor } from '../../runs/toolchainFor.ts';
import { readBody } from '../core/readBody.ts';
import { readFields } from '../core/readFields.ts';
import type { Parameters, Route } from '../core/route.ts';
import { sendJson } from '../core/sendJson.ts';
import { type ProblemAnswer, sendProblem } from '../core/sendProblem.ts';
import { pictureRoute } from './pictureRoute.ts';
import { archiveRoute, fileRoute } from './snippetFiles.ts';
import type { SnippetDeps } from './snippetParts.ts';
import { absence, noSnippet, snippetNamed, storeProblem, tooMany } from './snippetProblems.ts';

/** `POST /api/v1/snippets`, and what there is of each snippet. */
export function snippetRoutes(deps: SnippetDeps): [string, Route][] {
  return [
    ['/api/v1/snippets', { POST: (request, response) => share(deps, request, response) }],
    [
      '/api/v1/snippets/{id}',
      {
        GET: async (request, response, { id = '' }) => {
          const found = await snippetNamed(deps, id, request);
          if ('status' in found) sendProblem(response, found);
          else sendJson(response, 200, found);
        },
        DELETE: (request, response, { id = '' }) => remove(deps.store, id, request, response),
      },
    ],
    [
      '/api/v1/snippets/{id}/run',
      { GET: (request, response, parameters) => replay(deps, parameters, request, response) },
    ],
    ['/api/v1/snippets/{id}/picture', { GET: pictureRoute(deps) }],
    ['/api/v1/snippets/{id}/archive', { GET: archiveRoute(deps) }],
    ['/api/v1/snippets/{id}/file', { GET: fileRoute(deps) }],
  ];
}

async function share(deps: SnippetDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { rates, store } = deps;
  const address = deps.addressOf(request);
  const retryAfterMs = await rates.share(address);
  if (retryAfterMs !== null) return sendProblem(response, tooMany('links', retryAfterMs));
  const body = await readBody(request, response, limits.clientFrameBytes);
  if (!body.ok) {
    if (body.error) sendProblem(response, body.error);
    return;
  }
  const read = readFields(shareRequest, body.value);
  if (!read.ok) return sendProblem(response, read.error);
  const snippet = newSnippet(deps, read.value);
  if (!snippet)
    return sendProblem(response, { status: 503, detail: 'The server is starting. Share again in a moment.' });
  if ('status' in snippet) return sendProblem(response, snippet);
  const weight = weigh(snippet);
  const bytesAfterMs = await rates.shareBytes(address, weight);
  if (bytesAfterMs !== null) return sendProblem(response, tooMany('bytes of links', bytesAfterMs));
  const secret = randomBytes(16).toString('base64url');
  const added = await store.add(snippet, secret);
  await rates.giveBack(address, added.ok ? Math.max(0, weight - added.value.bytes) : weight);
  if (!added.ok) return sendProblem(response, storeProblem(added.error));
  const { id } = added.value;
  const answer: ShareAnswer = { id, url: `/s/${id}`, secret, recorded: snippet.events !== null };
  sendJson(response, 201, answer, { Location: `/api/v1/snippets/${id}` });
}

/** What a snippet takes in the store at most: it is compressed there, and what another one has too is kept once. */
function weigh({ files, sql, lock, events }: NewSnippet): number {
  return Buffer.byteLength(JSON.stringify([files, sql, lock, events]));
}

function newSnippet(
  { sessions, images, lock }: SnippetDeps,
  { session, run, parent, ...shared }: ShareRequest,
): NewSnippet | ProblemAnswer | null {
  const { versions } = sessions;
  if (!versions) return null;
  const toolchain = toolchainFor(shared, versions);
  const refusal = unknownToolchain(shared, toolchain, versions);
  if (refusal) {
    const { message, field = 'postgres' } = refusal;
    return { status: 422, detail: message, errors: [{ path: field, message }] };
  }
  const { postgres, pgrx } = toolchain;
  const made = versionsOf(versions, pgrx) ?? versions;
  const { files, sql } = shared;
  const content = { postgres, pgrx, files, sql, lock: shared.lock };
  const events = session && run ? sessions.recorded(session, run, content) : null;
  const own = pgrx === undefined ? lock : sessions.locksOf(pgrx)?.lock;
  return {
    ...shared,
    postgres,
    lock: files['Cargo.lock'] ?? shared.lock ?? own ?? '',
    madeWith: {
      postgres: made.postgres.find(({ major }) => major === postgres)?.version ?? '',
      pgrx: made.pgrx,
      rustc: made.rustc,
      image: images[toolchainKey(toolchain)] ?? '',
    },
    parent: parent ?? null,
    events,
  };
}

async function remove(
  store: SnippetStore,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const secret = /^Bearer ([A-Za-z0-9_-]{22})$/.exec(request.headers.authorization ?? '')?.[1];
  if (!secret)
    return sendProblem(response, {
      status: 401,
      detail:
        'Only the owner can delete a link: send `Authorization: Bearer` with the secret returned when it was created.',
      headers: { 'WWW-Authenticate': 'Bearer' },
    });
  if (!snippetId.safeParse(id).success) return sendProblem(response, noSnippet);
  const removed = await store.remove(id, secret);
  if (!removed.ok) return sendProblem(response, storeProblem(removed.error));
  if (!removed.value) return sendProblem(response, noSnippet);
  response.writeHead(204).end();
}

async function replay(
  { store, rates, addressOf }: SnippetDeps,
  { id = '' }: Parameters,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const absent = await absence(store, id);
  if (absent) return sendProblem(response, absent);
  const retryAfterMs = await rates.read(addressOf(request));
  if (retryAfterMs !== null) return sendProblem(response, tooMany('requests', retryAfterMs));
  const events = await store.events(id);
  if (!events.ok) return sendProblem(response, storeProblem(events.error));
  if (!events.value)
    return sendProblem(response, { status: 404, detail: 'No run was recorded with this link.' });
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' });
  response.end(events.value.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
