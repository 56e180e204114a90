import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import { runEvent } from '../../protocol/events.ts';
import { health } from '../../protocol/health.ts';
import { problem } from '../../protocol/problem.ts';
import { runRequest } from '../../protocol/project.ts';
import {
  archiveFormat,
  recordedEvent,
  shareAnswer,
  shareRequest,
  snippet,
  snippetId,
} from '../../protocol/snippet.ts';
import { sourceAnswer, sourceFile } from '../../protocol/source.ts';
import { starterEntry, starterList, starterProject } from '../../protocol/starter.ts';
import { versions } from '../../protocol/versions.ts';

const json = <T>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
});
const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

/** The HTTP API as OpenAPI 3.1, made from the schemas that the server checks with. */
export const openApiDocument = createDocument({
  openapi: '3.1.1',
  info: {
    title: 'pgrx playground',
    version: '1',
    description:
      'Compile a pgrx extension in a container of its own and run SQL against it. Fields may be added within this version; none is removed. Any origin may call; there are no cookies.',
  },
  paths: {
    '/api/v1/health': {
      get: {
        operationId: 'health',
        summary: 'Whether a run would be served',
        responses: { 200: json('A run would be served.', health), 503: json('It would not.', health) },
      },
    },
    '/api/v1/versions': {
      get: {
        operationId: 'versions',
        summary: 'What a run is made with',
        responses: { 200: json('The versions.', versions), 503: refused('The server is starting.') },
      },
    },
    '/api/v1/starters': {
      get: {
        operationId: 'starters',
        summary: 'Small extensions to begin with',
        responses: { 200: json('The list, in an order to read them in.', starterList) },
      },
    },
    '/api/v1/starters/{name}': {
      get: {
        operationId: 'starter',
        summary: 'One of them, with its files and its script',
        requestParams: { path: z.object({ name: starterEntry.shape.name }) },
        responses: {
          200: json('The project.', starterProject),
          404: refused('There is none of this name.'),
        },
      },
    },
    '/api/v1/snippets': {
      post: {
        operationId: 'share',
        summary: 'Keep a project under a link that never changes',
        requestBody: { required: true, content: { 'application/json': { schema: shareRequest } } },
        responses: {
          201: json('It is kept.', shareAnswer),
          400: refused('The body is not JSON.'),
          413: refused('The body is too large.'),
          415: refused('The body is not said to be JSON.'),
          422: refused('A field breaks a rule; `errors` names each.'),
          429: refused(
            'Too many links, or bytes of them, from this address; `Retry-After` says when to try again.',
          ),
          503: refused('The store does not answer, or the server is starting.'),
          507: refused('The store is full.'),
        },
      },
    },
    '/api/v1/snippets/{id}': {
      get: {
        operationId: 'snippet',
        summary: 'What is kept under a link',
        requestParams: { path: z.object({ id: snippetId }) },
        responses: {
          200: json('The snippet.', snippet),
          404: refused('There is no such link.'),
          410: refused('Its owner has deleted it, or the operator has blocked it.'),
          429: refused('Too much is read from this address; `Retry-After` says when to try again.'),
          503: refused('The store does not answer.'),
        },
      },
      delete: {
        operationId: 'unshare',
        summary: 'Delete what is kept under a link, by the secret that sharing gave',
        requestParams: {
          path: z.object({ id: snippetId }),
          header: z.object({ authorization: z.string().meta({ description: '`Bearer` and the secret' }) }),
        },
        responses: {
          204: { description: 'It is deleted.' },
          401: refused('No secret was given.'),
          404: refused('There is no such link, or it has another secret.'),
          503: refused('The store does not answer.'),
          507: refused('The disk is full; the link is still there.'),
        },
      },
    },
    '/api/v1/snippets/{id}/run': {
      get: {
        operationId: 'replay',
        summary: 'The recorded run of a link',
        requestParams: { path: z.object({ id: snippetId }) },
        responses: {
          200: {
            description: 'An event a line, with its milliseconds from the run’s beginning.',
            content: { 'application/x-ndjson': { schema: recordedEvent } },
          },
          404: refused('There is no such link, or no run was recorded with it.'),
          410: refused('Its owner has deleted it, or the operator has blocked it.'),
          429: refused('Too much is read from this address; `Retry-After` says when to try again.'),
          503: refused('The store does not answer.'),
        },
      },
    },
    '/api/v1/snippets/{id}/picture': {
      get: {
        operationId: 'picture',
        summary: 'The picture of a link: its title, its first lines, and the first answer',
        requestParams: { path: z.object({ id: snippetId }) },
        responses: {
          200: { description: '1200 by 630 pixels.', content: { 'image/png': {} } },
          404: refused('There is no such link.'),
          410: refused('Its owner has deleted it, or the operator has blocked it.'),
          429: refused('Too many new pictures for this address; `Retry-After` says when to try again.'),
          503: refused('The store does not answer, or too many pictures are waited for.'),
        },
      },
    },
    '/api/v1/snippets/{id}/archive': {
      get: {
        operationId: 'snippetArchive',
        summary: 'The project of a link as an archive, which builds at home',
        requestParams: {
          path: z.object({ id: snippetId }),
          query: z.object({ format: archiveFormat.default('tar.gz') }),
        },
        responses: {
          200: { description: 'To be saved.', content: { 'application/gzip': {}, 'application/zip': {} } },
          404: refused('There is no such link.'),
          410: refused('Its owner has deleted it, or the operator has blocked it.'),
          422: refused('There is no such format.'),
          429: refused('Too many new archives for this address; `Retry-After` says when to try again.'),
          503: refused('The store does not answer.'),
        },
      },
    },
    '/api/v1/snippets/{id}/file': {
      get: {
        operationId: 'snippetFile',
        summary: 'One file of a link as plain text; script.sql is its script',
        requestParams: { path: z.object({ id: snippetId }), query: z.object({ path: z.string() }) },
        responses: {
          200: { description: 'To be saved.', content: { 'text/plain': {} } },
          404: refused('There is no such link, or it has no such file.'),
          410: refused('Its owner has deleted it, or the operator has blocked it.'),
          429: refused('Too much is read from this address; `Retry-After` says when to try again.'),
          503: refused('The store does not answer.'),
        },
      },
    },
    '/api/v1/sources': {
      get: {
        operationId: 'source',
        summary: 'A file of a listed source, as the part of a project that it is',
        requestParams: { query: z.object({ src: sourceFile }) },
        responses: {
          200: json('The library or the script.', sourceAnswer),
          404: refused('There is no such file, or the operator has listed no such source.'),
          422: refused('It is no plain text, or too large, or no file of a source at all.'),
          429: refused('Too many files for this address; `Retry-After` says when to try again.'),
          502: refused('The file’s server did not give it in time.'),
          503: refused('Many files are being fetched just now.'),
        },
      },
    },
    '/api/v1/run': {
      post: {
        operationId: 'run',
        summary: 'Build, install, and run SQL, once',
        description:
          'The answer is one JSON event a line, as it happens; the last is `done`, whatever happened. Closing the connection cancels the run.',
        requestBody: { required: true, content: { 'application/json': { schema: runRequest } } },
        responses: {
          200: {
            description: 'The events of the run; the schema is that of one line.',
            content: { 'application/x-ndjson': { schema: runEvent } },
          },
          400: refused('The body is not JSON.'),
          413: refused('The body is too large.'),
          415: refused('The body is not said to be JSON.'),
          422: refused('A field breaks a rule; `errors` names each.'),
          429: refused(
            'Too many runs from this address, or of this session at once; `Retry-After` says when to try again.',
          ),
          503: refused('The server is starting or going away.'),
        },
      },
    },
  },
  components: {
    schemas: {
      Health: health,
      Versions: versions,
      RunRequest: runRequest,
      RunEvent: runEvent,
      Problem: problem,
    },
  },
});
