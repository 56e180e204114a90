import { useEffect } from 'react';
import { useSession } from '../session/SessionProvider.tsx';
import { rememberVersions } from '../upgrade/builtVersions.ts';

/** Remembers each version's SQL when its run has ended, whether the pane that shows it is open or not. */
export function useRememberVersions(): void {
  const done = useSession(({ current }) => (current?.done ? current : null));
  useEffect(() => {
    if (done) rememberVersions(done);
  }, [done]);
}
