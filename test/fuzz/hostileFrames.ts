import fc from 'fast-check';
import { clientMessage } from '../../protocol/messages/clientMessage.ts';
import { protocolVersion } from '../../protocol/version.ts';
import { hostileJson } from './hostileJson.ts';
import { textOf } from './recipe.ts';
import { schemaValues } from './schemaValues.ts';

/** What a page says from its first word to its last: mostly messages, in any order, and now and then what is none. */
export function hostileFrames(): fc.Arbitrary<string[]> {
  const hello = JSON.stringify({ type: 'hello', version: protocolVersion, after: 0 });
  const right = schemaValues(clientMessage)
    .map((message) => JSON.stringify(message))
    .filter((frame) => !frame.includes('"hello"'));
  const frame = fc.oneof({ weight: 12, arbitrary: right }, hostileJson(clientMessage, 500_000).map(textOf));
  return fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.array(frame, { maxLength: 30 }))
    .map(([greets, frames]) => [...(greets > 0 ? [hello] : []), ...frames]);
}
