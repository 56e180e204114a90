import { useEffect } from 'react';
import { browserStorage } from '../browser/browserStorage.ts';
import { useSession, useSessionChannel, useSessionStore } from '../session/SessionProvider.tsx';
import { forgetDatabase, rememberVersions, useBuiltVersions } from './builtVersions.ts';
import { keepVersions, keptVersions } from './keptVersions.ts';

/**
 * Remembers each version's SQL when its run has ended, whether the pane that shows it is open or not, and over a reload.
 * What the database has goes with its container.
 */
export function useRememberVersions(): void {
  const session = useSessionStore();
  const channel = useSessionChannel();
  useEffect(() => {
    const storage = browserStorage('session');
    const path = location.pathname;
    useBuiltVersions.setState(keptVersions(storage, path));
    const stops = [
      useBuiltVersions.subscribe((state) => keepVersions(storage, path, state)),
      session.subscribe((now, before) => {
        if (now.container !== before.container && now.container !== 'ready') forgetDatabase();
      }),
      channel.subscribe((message) => {
        if (message.type === 'welcome' && !message.resumed) forgetDatabase();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, channel]);

  const done = useSession(({ current }) => (current?.done ? current : null));
  useEffect(() => {
    if (done) rememberVersions(done);
  }, [done]);
}
