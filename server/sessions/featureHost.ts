import type { FeatureHost } from './feature.ts';
import type { Held, Lease } from './Lease.ts';
import type { RunAsk } from './SessionRuns.ts';

interface HostParts extends Pick<FeatureHost, 'port' | 'send' | 'drained' | 'touch'> {
  lease: Lease;
  ask: RunAsk;
  /** A container is wanted: the session goes on. */
  onWanted: () => void;
}

/** What a session gives to its features. */
export function featureHost({ lease, ask, onWanted, ...host }: HostParts): FeatureHost {
  return {
    ...host,
    get held() {
      return lease.state.kind === 'ready' ? lease.state.held : null;
    },
    async acquire(signal): Promise<Held | string> {
      onWanted();
      if (ask.isDraining()) return 'The server is restarting. Try again in a moment.';
      const postgres = lease.postgres ?? ask.versions().postgres[0]?.major ?? 0;
      const held = await lease.acquire(postgres, signal, () => {});
      return held.ok ? held.value : held.error.message;
    },
  };
}
