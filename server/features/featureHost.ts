import { defaultMajor } from '../../protocol/versions.ts';
import { atMostExecs } from '../containers/atMostExecs.ts';
import type { Lease, LeasedContainer } from '../containers/Lease.ts';
import type { RunAdmission } from '../runs/SessionRuns.ts';
import type { FeatureHost } from './feature.ts';

interface HostDeps extends Pick<FeatureHost, 'port' | 'send' | 'drained' | 'touch'> {
  lease: Lease;
  ask: RunAdmission;
  /** A container is wanted: the session goes on. */
  onWanted: () => void;
}

/** Processes of a session's features at once: three times what a page has that shows everything there is. */
const mostExecs = 12;

/** What a session gives to its features. */
export function featureHost({ lease, ask, onWanted, ...host }: HostDeps): FeatureHost {
  return {
    ...host,
    port: atMostExecs(host.port, mostExecs),
    get held() {
      return lease.state.kind === 'ready' ? lease.state.held : null;
    },
    async acquire(signal): Promise<LeasedContainer | string> {
      onWanted();
      if (ask.isDraining()) return 'The server is restarting. Try again in a moment.';
      const toolchain = lease.toolchain ?? { postgres: defaultMajor(ask.versions()) ?? 0 };
      const held = await lease.acquire(toolchain, signal, () => {});
      return held.ok ? held.value : held.error.message;
    },
  };
}
