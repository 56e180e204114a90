import { expect, it } from 'vitest';
import { clientMessage } from '../../protocol/messages/clientMessage.ts';
import { FakeSandbox } from '../../test/support/fakes/FakeSandbox.ts';
import { fakeHost } from '../../test/support/fakes/fakeHost.ts';
import { MessageMap } from '../features/MessageMap.ts';
import { Seats } from '../language/Seats.ts';
import type { SqlPort } from '../ports/runPorts.ts';
import { sessionFeatures } from './sessionFeatures.ts';

/** What a session does itself, and `hello`, which begins one. */
const own = ['hello', 'run', 'background', 'cancel', 'keepAwake', 'leave', 'ping'];

it('has one feature for each message that a session leaves to its features', async () => {
  const port = new FakeSandbox();
  const { host } = fakeHost(port, null);
  const language = { seats: new Seats(1), memoryBytes: 0, starter: {}, crates: () => [] };
  const features = sessionFeatures({} as SqlPort, language).map((open) => open(host));
  const handled = features.flatMap(({ handles }) => Object.keys(handles));
  const all = clientMessage.options.map(({ shape }) => shape.type.value);
  expect([...handled, ...own].sort()).toEqual(all.sort());
  for (const feature of features) feature.close();
  await port.close();
});

it('takes two features that want one message for a bug', () => {
  expect(() => new MessageMap([{ ping: () => {} }, { ping: () => {} }])).toThrow('ping');
});
