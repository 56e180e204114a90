import { createHash } from 'node:crypto';
import type { DrawPicture, PictureText } from '../sessions/picture.ts';
import { ByteCache } from './ByteCache.ts';
import { pictureText } from './pictureText.ts';
import type { Handler } from './route.ts';
import { sendProblem } from './sendProblem.ts';
import { snippetNamed, storeProblem, tooMany } from './snippetProblems.ts';
import type { SnippetParts } from './snippetRoutes.ts';

const keptBytes = 16 * 1024 * 1024;
/** Pictures are drawn one after another, each in some 30 ms of the one thread that serves all; so many may wait. */
const mostWaiting = 20;

/** Answers with the picture of a link, for the sites that show one. Links with the same text have the same. */
export function pictureRoute({ store, rates, addressOf, draw }: SnippetParts): Handler {
  const pictures = new ByteCache<Buffer>(keptBytes, (png) => png.length);
  const drawOnce = oneByOne(draw);

  return async (request, response, { id = '' }) => {
    const found = await snippetNamed(store, id);
    if ('status' in found) return sendProblem(response, found);
    const events = await store.events(id);
    if (!events.ok) return sendProblem(response, storeProblem(events.error));
    const text = pictureText(found, events.value);
    const key = createHash('sha256').update(JSON.stringify(text)).digest('base64');
    let png = pictures.get(key);
    if (!png) {
      const retryAfterMs = await rates.picture(addressOf(request));
      if (retryAfterMs !== null) return sendProblem(response, tooMany('pictures', retryAfterMs));
      png = await drawOnce(text);
      if (!png)
        return sendProblem(response, {
          status: 503,
          detail: 'Too many preview images are being rendered. Try again.',
        });
      pictures.put(key, png);
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

/** The same, one at a time; null where too many wait. */
function oneByOne(draw: DrawPicture): (text: PictureText) => Promise<Buffer | null> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (text) => {
    if (waiting >= mostWaiting) return null;
    waiting += 1;
    const drawn = last.then(() => draw(text));
    last = drawn.catch(() => {});
    try {
      return await drawn;
    } finally {
      waiting -= 1;
    }
  };
}
