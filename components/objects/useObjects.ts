import { useCallback, useEffect, useState } from 'react';
import type { ServerMessageOf } from '../../protocol/serverMessage.ts';
import { useSession, useSessionChannel } from '../session/SessionProvider.tsx';

type Answer = ServerMessageOf<'objects'>;

/** What the extensions in the database consist of: asked for when first shown, after each run, and by `ask`. */
export function useObjects(): { answer: Answer | null; asking: boolean; ask: () => void } {
  const channel = useSessionChannel();
  const connected = useSession((state) => state.connection.state === 'open');
  const ready = useSession((state) => state.container === 'ready');
  const ended = useSession((state) => (state.current?.done ? state.current.id : null));
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [asking, setAsking] = useState(false);

  useEffect(
    () =>
      channel.subscribe((message) => {
        if (message.type !== 'objects') return;
        setAnswer(message);
        setAsking(false);
      }),
    [channel],
  );

  const ask = useCallback(() => setAsking(channel.send({ type: 'objects.ask' })), [channel]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end of a run is a reason to ask anew
  useEffect(() => {
    if (connected && ready) ask();
    else setAsking(false);
  }, [connected, ready, ended, ask]);

  return { answer: ready ? answer : null, asking, ask };
}
