import { z } from 'zod';
import { filePathProblem, filesProblem } from '../../../protocol/filePath.ts';
import { limits } from '../../../protocol/limits.ts';
import { clientMessage } from '../../../protocol/messages/clientMessage.ts';
import { plainLine, plainText } from '../../../protocol/plainText.ts';
import { runRequest } from '../../../protocol/project.ts';
import { shareRequest } from '../../../protocol/snippet.ts';
import { jsonBounds, parseJson } from '../../../server/base/parseJson.ts';
import { readFrame } from '../../../server/ws/readFrame.ts';
import { type FuzzTarget, serverMs } from '../FuzzTarget.ts';
import { hostileJson } from '../hostileJson.ts';
import { hostileText } from '../hostileText.ts';
import { textOf } from '../recipe.ts';
import { must } from './must.ts';

/** What answers a body that was read: the bodies of both requests that have one. */
function bodyTarget(name: string, schema: z.ZodType): FuzzTarget {
  return {
    name,
    recipes: hostileJson(schema, limits.clientFrameBytes),
    mostMs: serverMs,
    take(recipe) {
      const json = parseJson(textOf(recipe));
      if (json.ok) schema.safeParse(json.value);
    },
  };
}

export const wireTargets: FuzzTarget[] = [
  {
    name: 'parseJson',
    recipes: hostileJson(z.json(), limits.clientFrameBytes),
    mostMs: serverMs,
    take(recipe) {
      const read = parseJson(textOf(recipe));
      if (read.ok) must(depthOf(read.value) <= jsonBounds.depth, 'what is read is no deeper than the bound');
    },
  },
  {
    name: 'readFrame',
    recipes: hostileJson(clientMessage, limits.clientFrameBytes),
    mostMs: serverMs,
    take(recipe) {
      const frame = readFrame(textOf(recipe));
      // Some of it is sent on, to a language server or into a log.
      if (frame.kind === 'message') JSON.stringify(frame.message);
      if (frame.kind === 'invalidRun')
        must(frame.message.length <= limits.textLength, 'what is answered is bounded');
    },
  },
  {
    name: 'many names',
    recipes: hostileText({
      words: ['"a/', 'b', '":"",', '"', '/', '.', ':', ',', '{'],
      most: limits.clientFrameBytes,
    }),
    mostMs: serverMs,
    take(recipe) {
      const begins = `{"type":"run","run":"${'a'.repeat(22)}","request":{"files":{"`;
      const names = textOf(recipe).slice(0, limits.clientFrameBytes);
      readFrame(`${begins}${names}`);
      readFrame(`${begins}${names}":""}}}`);
    },
  },
  bodyTarget('runRequest', runRequest),
  bodyTarget('shareRequest', shareRequest),
  {
    name: 'filePathProblem',
    recipes: hostileText({ words: ['/', '.', '..', 'a', ' ', 'con', '-', '@', '\\'], most: 64 * 1024 }),
    mostMs: serverMs,
    take(recipe) {
      const path = textOf(recipe);
      must((filePathProblem(path)?.message.length ?? 0) < 1000, 'a message is short');
      filesProblem({ [path]: path });
    },
  },
  {
    name: 'plainText',
    recipes: hostileText({
      words: ['\u202e', ' ', '\n', '\r', 'a', '\u200b', '\u{e0041}'],
      most: 256 * 1024,
    }),
    mostMs: serverMs,
    take(recipe) {
      const text = textOf(recipe);
      must(plainLine(plainLine(text)) === plainLine(text), 'a plain line is plain');
      must(plainText(plainText(text)) === plainText(text), 'a plain text is plain');
    },
  },
];

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).slice(0, 1000).map(depthOf));
}
