import { join } from 'node:path';
import compression from 'compression';
import send from 'send';
import type { Handler } from './route.ts';
import { sendProblem } from './sendProblem.ts';

const compress = compression();

/** Where a file of the page is, and how long browsers keep it: those of the build have their content's hash in their names. */
function placeOf(dir: string, path: string): { root: string; path: string; caching: string } {
  const built = '/_next/static/';
  if (path.startsWith(built))
    return {
      root: join(dir, '.next/static'),
      path: path.slice(built.length - 1),
      caching: 'public, max-age=31536000, immutable',
    };
  const root = join(dir, path === '/icon.svg' ? 'app' : 'public');
  return { root, path, caching: 'public, max-age=0' };
}

/** Gives the files of the built page from the disk, compressed in Node's own threads; Next need not run for them. */
export function serveFiles(dir: string): Handler {
  return (request, response) => {
    const absent = () => sendProblem(response, { status: 404, detail: 'There is no such file.' });
    const place = placeOf(dir, (request.url ?? '').split('?', 1)[0] ?? '');
    compress(request as never, response as never, () => {
      send(request, place.path, { root: place.root, index: false, dotfiles: 'ignore', cacheControl: false })
        // Only what is there is kept.
        .on('headers', (told) => told.setHeader('Cache-Control', place.caching))
        .on('directory', absent)
        .on('error', ({ status }: { status?: number }) =>
          // A range that the file does not have; all else means that there is no such file.
          status === 416
            ? sendProblem(response, { status, detail: 'The file has no such range.' })
            : absent(),
        )
        .pipe(response);
    });
  };
}
