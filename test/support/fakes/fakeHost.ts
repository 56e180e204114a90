import type { ServerMessage } from '../../../protocol/messages/serverMessage.ts';
import type { LeasedContainer } from '../../../server/containers/Lease.ts';
import type { FeatureHost } from '../../../server/features/feature.ts';
import type { FakeSandbox } from './FakeSandbox.ts';

/** A container of the sandbox, as a session holds it. */
export async function heldOf(sandbox: FakeSandbox): Promise<LeasedContainer> {
  const created = await sandbox.create({ postgres: 17, labels: {} });
  if (!created.ok) throw new Error('no sandbox');
  const database = { created: null, started: { settings: null, preload: null } };
  return { sandbox: created.value, database, gone: new AbortController().signal };
}

/** What a session gives to a feature, with what the feature has sent. Without `held` there is no container to be had. */
export function fakeHost(
  port: FakeSandbox,
  held: LeasedContainer | null,
): { host: FeatureHost; sent: ServerMessage[] } {
  const sent: ServerMessage[] = [];
  const host: FeatureHost = {
    port,
    held,
    send: (message) => sent.push(message),
    drained: async () => {},
    acquire: async () => held ?? 'no container',
    touch: () => {},
  };
  return { host, sent };
}
