import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import { runEvent } from '../../../protocol/events/events.ts';
import { health } from '../../../protocol/health.ts';
import { id as runId } from '../../../protocol/messages/clientMessage.ts';
import { problem } from '../../../protocol/problem.ts';
import { runHeader, runRequest } from '../../../protocol/project.ts';
import {
  archiveFormat,
  recordedEvent,
  shareAnswer,
  shareRequest,
  snippet,
  snippetId,
} from '../../../protocol/snippet.ts';
import { sourceAnswer, sourceFile } from '../../../protocol/source.ts';
import { starterEntry, starterList, starterProject } from '../../../protocol/starter.ts';
import { versions } from '../../../protocol/versions.ts';

const json = <T>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
});
const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

/** A field that the schema lacks is refused. */
const runBody = runRequest.strict();

/** The HTTP API as OpenAPI 3.1, made from the schemas that the server checks with. */
export const openApiDocument = createDocument({
  openapi: '3.1.1',
  info: {
    title: 'pgrx playground',
    version: '1',
    description:
      'Compile a pgrx extension in its own container and run SQL against it. Within this version, fields may be added but none are removed; a request with an unknown field is refused. Any origin may call the API; it uses no cookies.',
  },
  paths: {
    '/api/v1/health': {
      get: {
        operationId: 'health',
        summary: 'Check whether the server can serve runs',
        responses: {
          200: json('The server can serve runs.', health),
          503: json('The server can’t serve runs.', health),
        },
      },
    },
    '/api/v1/versions': {
      get: {
        operationId: 'versions',
        summary: 'List the versions that runs use',
        responses: { 200: json('The versions.', versions), 503: refused('The server is starting.') },
      },
    },
    '/api/v1/starters': {
      get: {
        operationId: 'starters',
        summary: 'List the starter projects',
        responses: { 200: json('The list, in reading order.', starterList) },
      },
    },
    '/api/v1/starters/{name}': {
      get: {
        operationId: 'starter',
        summary: 'Get a starter project with its files and script',
        requestParams: { path: z.object({ name: starterEntry.shape.name }) },
        responses: {
          200: json('The project.', starterProject),
          404: refused('No starter has this name.'),
        },
      },
    },
    '/api/v1/snippets': {
      post: {
        operationId: 'share',
        summary: 'Create an immutable link to a project',
        requestBody: { required: true, content: { 'application/json': { schema: shareRequest.strict() } } },
        responses: {
          201: json('The link was created.', shareAnswer),
          400: refused('The body isn’t valid JSON.'),
          413: refused('The body is too large.'),
          415: refused('The Content-Type isn’t application/json.'),
          422: refused('A field is invalid; `errors` lists each.'),
          429: refused('Too many or too large links from this address; `Retry-After` gives the wait.'),
          503: refused('The link store is unavailable, or the server is starting.'),
          507: refused('The link store is full.'),
        },
      },
    },
    '/api/v1/snippets/{id}': {
      get: {
        operationId: 'snippet',
        summary: 'Get the snippet behind a link',
        requestParams: { path: z.object({ id: snippetId }) },
        responses: {
          200: json('The snippet.', snippet),
          404: refused('The link doesn’t exist.'),
          410: refused('The link was deleted by its owner or blocked by the operator.'),
          429: refused('Too many reads from this address; `Retry-After` gives the wait.'),
          503: refused('The link store is unavailable.'),
        },
      },
      delete: {
        operationId: 'unshare',
        summary: 'Delete a link, using the secret returned when it was created',
        requestParams: {
          path: z.object({ id: snippetId }),
          header: z.object({
            authorization: z.string().meta({ description: '`Bearer` followed by the secret' }),
          }),
        },
        responses: {
          204: { description: 'The link was deleted.' },
          401: refused('No secret was provided.'),
          404: refused('The link doesn’t exist, or the secret is wrong.'),
          503: refused('The link store is unavailable.'),
          507: refused('The disk is full; the link was not deleted.'),
        },
      },
    },
    '/api/v1/snippets/{id}/run': {
      get: {
        operationId: 'replay',
        summary: 'Get the recorded run of a link',
        requestParams: { path: z.object({ id: snippetId }) },
        responses: {
          200: {
            description: 'One event per line, each with its time in milliseconds since the start of the run.',
            content: { 'application/x-ndjson': { schema: recordedEvent } },
          },
          404: refused('The link doesn’t exist, or has no recorded run.'),
          410: refused('The link was deleted by its owner or blocked by the operator.'),
          429: refused('Too many reads from this address; `Retry-After` gives the wait.'),
          503: refused('The link store is unavailable.'),
        },
      },
    },
    '/api/v1/snippets/{id}/picture': {
      get: {
        operationId: 'picture',
        summary: 'Get the preview image of a link: its title, first lines, and first result',
        requestParams: { path: z.object({ id: snippetId }) },
        responses: {
          200: { description: '1200 by 630 pixels.', content: { 'image/png': {} } },
          404: refused('The link doesn’t exist.'),
          410: refused('The link was deleted by its owner or blocked by the operator.'),
          429: refused('Too many new images for this address; `Retry-After` gives the wait.'),
          503: refused('The link store is unavailable, or too many images are being rendered.'),
        },
      },
    },
    '/api/v1/snippets/{id}/archive': {
      get: {
        operationId: 'snippetArchive',
        summary: 'Download the project of a link as an archive that builds locally',
        requestParams: {
          path: z.object({ id: snippetId }),
          query: z.object({ format: archiveFormat.default('tar.gz') }),
        },
        responses: {
          200: { description: 'An attachment.', content: { 'application/gzip': {}, 'application/zip': {} } },
          404: refused('The link doesn’t exist.'),
          410: refused('The link was deleted by its owner or blocked by the operator.'),
          422: refused('Unknown format.'),
          429: refused('Too many new archives for this address; `Retry-After` gives the wait.'),
          503: refused('The link store is unavailable.'),
        },
      },
    },
    '/api/v1/snippets/{id}/file': {
      get: {
        operationId: 'snippetFile',
        summary: 'Download one file of a link as plain text; script.sql is its SQL script',
        requestParams: { path: z.object({ id: snippetId }), query: z.object({ path: z.string() }) },
        responses: {
          200: { description: 'An attachment.', content: { 'text/plain': {} } },
          404: refused('The link doesn’t exist, or has no such file.'),
          410: refused('The link was deleted by its owner or blocked by the operator.'),
          429: refused('Too many reads from this address; `Retry-After` gives the wait.'),
          503: refused('The link store is unavailable.'),
        },
      },
    },
    '/api/v1/sources': {
      get: {
        operationId: 'source',
        summary: 'Get a file from a listed source as part of a project',
        requestParams: { query: z.object({ src: sourceFile }) },
        responses: {
          200: json('The library or the SQL script.', sourceAnswer),
          404: refused('The file doesn’t exist, or the operator hasn’t listed this source.'),
          422: refused('The file isn’t plain text, is too large, or isn’t a file of a source.'),
          429: refused('Too many files for this address; `Retry-After` gives the wait.'),
          502: refused('The file’s server didn’t respond in time.'),
          503: refused('Too many files are being fetched.'),
        },
      },
    },
    '/api/v1/run': {
      post: {
        operationId: 'run',
        summary: 'Build, install, and run SQL once',
        description:
          'The response streams one JSON event per line. The last event is always `done`. Closing the connection cancels the run.',
        requestBody: { required: true, content: { 'application/json': { schema: runBody } } },
        responses: {
          200: {
            description: 'The events of the run. The schema describes one line.',
            content: { 'application/x-ndjson': { schema: runEvent } },
            headers: z.object({
              [runHeader]: runId.meta({ description: 'The ID under which the server’s log has this run.' }),
            }),
          },
          400: refused('The body isn’t valid JSON.'),
          413: refused('The body is too large.'),
          415: refused('The Content-Type isn’t application/json.'),
          422: refused('A field is invalid; `errors` lists each.'),
          429: refused(
            'Too many runs from this address, or too many concurrent runs of this session; `Retry-After` gives the wait.',
          ),
          503: refused('The server is starting or shutting down.'),
        },
      },
    },
  },
  components: {
    schemas: {
      Health: health,
      Versions: versions,
      RunRequest: runBody,
      RunEvent: runEvent,
      Problem: problem,
    },
  },
});
