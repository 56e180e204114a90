'use client';
import { X } from 'lucide-react';
import type { ResultActions } from '../results/resultActions.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import { useFollowEnd } from '../ui/useFollowEnd.ts';
import { ConnectionInput } from './ConnectionInput.tsx';
import { useConnections, useConnectionsState } from './ConnectionsProvider.tsx';
import { SayingView } from './SayingView.tsx';
import { libraryText, stateText } from './stateText.ts';

/** One connection: how it is, what was said on it, and where to type. */
export function ConnectionColumn({ name, actions }: { name: string; actions: ResultActions }) {
  const connections = useConnections();
  const record = useConnectionsState(({ records }) => records[name]);
  const records = useConnectionsState((all) => all.records);
  const follow = useFollowEnd(record?.sayings, { fromStart: true });
  const state = record?.state;
  const nameOf = (pid: number) =>
    Object.entries(records).find(([, one]) => one.state.pid === pid)?.[0] ?? null;
  const library = state && libraryText(state);
  return (
    <section
      id={`connection-${name}`}
      aria-label={`Connection ${name}`}
      className="flex h-full min-w-72 flex-1 flex-col border-line not-first:border-l"
    >
      <div className="flex items-center gap-2 border-line border-b bg-sunken px-3 py-1">
        <h3 className="font-semibold text-pg">{name}</h3>
        <p role="status" className="min-w-0 flex-1 truncate text-muted">
          {state ? stateText(state, nameOf) : 'connecting'}
        </p>
        {state?.running && <TextButton onClick={() => connections.cancel(name)}>Cancel</TextButton>}
        <IconButton icon={X} label={`Close connection ${name}`} onClick={() => connections.remove(name)} />
      </div>
      {library && (
        <p
          className={`px-3 py-0.5 text-small ${state.libraries.some(({ replaced }) => replaced) ? 'bg-warn-soft text-warn' : 'text-muted'}`}
        >
          {library}
        </p>
      )}
      <ScrollRegion
        {...follow}
        aria-label={`Output of connection ${name}`}
        role="log"
        className="min-h-0 flex-1 space-y-2 overflow-auto px-3 py-2"
      >
        {record?.sayings.map((saying, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sayings are only ever added at the end
          <SayingView key={`${saying.execution}-${index}`} saying={saying} actions={actions} />
        ))}
        {state?.status === 'closed' && (
          <p className="text-muted">
            {state.message ?? 'Connection closed.'}{' '}
            <TextButton onClick={() => connections.open(name)}>Reopen</TextButton>
          </p>
        )}
      </ScrollRegion>
      <ConnectionInput name={name} busy={Boolean(state?.running)} />
    </section>
  );
}
