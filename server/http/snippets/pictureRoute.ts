import { createHash } from 'node:crypto';
import { Turns } from '../../queues/Turns.ts';
import { ByteCache } from '../core/ByteCache.ts';
import type { Handler } from '../core/route.ts';
import { sendProblem } from '../core/sendProblem.ts';
import { turnProblem } from '../page/turnProblem.ts';
import { pictureText } from './pictureText.ts';
import type { SnippetDeps } from './snippetParts.ts';
import { absence, snippetNamed, storeProblem, tooMany } from './snippetProblems.ts';

const keptBytes = 16 * 1024 * 1024;
/** What is in the picture of a link never changes, so its name is kept beside it: 12 letters and 44. */
const keptNames = 1024 * 1024;
/** Pictures are drawn one after another, each in some 30 ms of the thread that makes pages. */
const drawing = { atOnce: 1, waiting: 60, waitingOfKey: 20, patienceMs: 10_000 };

/** Answers with the picture of a link, for the sites that show one. Links with the same text have the same. */
export function pictureRoute(deps: SnippetDeps): Handler {
  const { store, rates, addressOf, draw, clock } = deps;
  const pictures = new ByteCache<Buffer>(keptBytes, (png) => png.length);
  const names = new ByteCache<string>(keptNames, (name) => name.length);
  const turns = new Turns(drawing, clock);

  return async (request, response, { id = '' }) => {
    const absent = await absence(store, id);
    if (absent) return sendProblem(response, absent);
    const owner = addressOf(request);
    let png = pictures.get(names.get(id) ?? '');
    if (!png) {
      const found = await snippetNamed(deps, id, request);
      if ('status' in found) return sendProblem(response, found);
      const events = await store.events(id);
      if (!events.ok) return sendProblem(response, storeProblem(events.error));
      const text = pictureText(found, events.value);
      const name = createHash('sha256').update(JSON.stringify(text)).digest('base64');
      names.put(id, name, owner);
      png = pictures.get(name);
      if (!png) {
        const retryAfterMs = await rates.picture(owner);
        if (retryAfterMs !== null) return sendProblem(response, tooMany('pictures', retryAfterMs));
        const turn = await turns.take(owner, () => !response.closed);
        if (turn.kind !== 'taken') return sendProblem(response, turnProblem(turn.kind));
        const drawn = await draw(text).finally(turn.end);
        if (!drawn) return sendProblem(response, turnProblem('late'));
        png = drawn;
        pictures.put(name, png, owner);
      }
    }
    response.writeHead(200, {
      'Content-Type': 'image/png',
      'Content-Length': png.length,
      // For a while only: a link can be deleted.
      'Cache-Control': 'public, max-age=600',
    });
    response.end(request.method === 'HEAD' ? undefined : png);
  };
}
