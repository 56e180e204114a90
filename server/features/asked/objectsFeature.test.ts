import { expect, it } from 'vitest';
import { FakeSandbox } from '../../../test/support/fakes/FakeSandbox.ts';
import { fakeHost } from '../../../test/support/fakes/fakeHost.ts';
import type { FeatureHost } from '../feature.ts';
import { MessageMap } from '../MessageMap.ts';
import { objectsFeature } from './objectsFeature.ts';

function open(held: FeatureHost['held']) {
  const port = new FakeSandbox();
  const { host, sent } = fakeHost(port, held);
  const feature = objectsFeature(host);
  return { feature, messages: new MessageMap([feature.handles]), sent, port };
}

it('[J1] tells of nothing where there is no container, and wants no message of another’s', () => {
  const { feature, messages, sent } = open(null);
  expect(Object.keys(feature.handles)).toEqual(['objects.ask']);
  messages.handle({ type: 'objects.ask' });
  expect(sent).toEqual([{ type: 'objects', objects: [], more: 0, problem: null }]);
});

it('[J2] answers once more where it was asked while it was asking, and not after the container has gone', async () => {
  const gone = { id: 'x', postgres: 17, labels: {} };
  const database = { created: null, started: { settings: null, preload: null } };
  const { feature, messages, sent, port } = open({
    sandbox: gone,
    database,
    gone: new AbortController().signal,
  });
  for (let asked = 0; asked < 3; asked++) messages.handle({ type: 'objects.ask' });
  await expect.poll(() => sent.length).toBe(2);
  expect(sent).toMatchObject([{ problem: expect.any(String) }, { problem: expect.any(String) }]);
  messages.handle({ type: 'objects.ask' });
  feature.containerGone();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(sent).toHaveLength(2);
  await port.close();
});
