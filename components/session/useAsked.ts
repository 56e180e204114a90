import { useCallback, useEffect, useState } from 'react';
import type { ClientMessageInput } from '../../protocol/messages/clientMessage.ts';
import type { ServerMessageOf } from '../../protocol/messages/serverMessage.ts';
import { useSession, useSessionChannel } from './SessionProvider.tsx';

/** What the page asks of its container, and the answers. */
interface Questions {
  'objects.ask': 'objects';
  'settings.ask': 'settings';
}

export interface Asked<T> {
  answer: T | null;
  asking: boolean;
  ask: () => void;
}

/** The answer to a question about the container: asked when first shown, after each run, and by `ask`. */
export function useAsked<Q extends keyof Questions>(
  question: Q & ClientMessageInput['type'],
  reply: Questions[Q],
): Asked<ServerMessageOf<Questions[Q]>> {
  const channel = useSessionChannel();
  const connected = useSession((state) => state.connection.state === 'open');
  const ready = useSession((state) => state.container === 'ready');
  const ended = useSession((state) => (state.current?.done ? state.current.id : null));
  const [answer, setAnswer] = useState<ServerMessageOf<Questions[Q]> | null>(null);
  const [asking, setAsking] = useState(false);

  useEffect(
    () =>
      channel.subscribe((message) => {
        if (message.type !== reply) return;
        setAnswer(message as ServerMessageOf<Questions[Q]>);
        setAsking(false);
      }),
    [channel, reply],
  );

  const ask = useCallback(() => setAsking(channel.send({ type: question })), [channel, question]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end of a run is a reason to ask anew
  useEffect(() => {
    if (connected && ready) ask();
    else setAsking(false);
  }, [connected, ready, ended, ask]);

  return { answer: ready ? answer : null, asking, ask };
}
