import { useCallback, useEffect } from 'react';
import { useSession, useSessionChannel } from '../session/SessionProvider.tsx';
import { logArrived, logEnded } from './serverLogStore.ts';

/** Follows the log of the session's Postgres as long as something shows it; returns how to begin again. */
export function useFollowedLog(): () => void {
  const channel = useSessionChannel();
  const connected = useSession((state) => state.connection.state === 'open');
  const ready = useSession((state) => state.container === 'ready');
  const follow = useCallback(() => void channel.send({ type: 'serverLog.follow' }), [channel]);

  useEffect(() => {
    if (!connected || !ready) return;
    const unsubscribe = channel.subscribe((message) => {
      if (message.type === 'serverLog.text') logArrived(message.text, message.fresh ?? false);
      if (message.type === 'serverLog.ended') logEnded(message.problem);
    });
    follow();
    return () => {
      unsubscribe();
      channel.send({ type: 'serverLog.leave' });
      logEnded(null);
    };
  }, [channel, connected, ready, follow]);
  return follow;
}
