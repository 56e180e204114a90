'use client';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { limits } from '../../protocol/limits.ts';
import type { ResultActions } from '../results/resultActions.ts';
import { useResultActions } from '../results/useResultActions.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import { ConnectionColumn } from './ConnectionColumn.tsx';
import { useConnections, useConnectionsState } from './ConnectionsProvider.tsx';

/** Several connections side by side, each with its own state: to see locks, notifications, and who has which library. */
export function ConnectionsPane() {
  const results = useResultActions('');
  // What is run here is no part of the script, so nothing leads into it.
  const actions = useMemo((): ResultActions => ({ ...results, onRevealSql: () => {} }), [results]);
  const connections = useConnections();
  const names = useConnectionsState((state) => state.names);
  const connected = useSession((state) => state.connection.state === 'open');
  if (names.length === 0)
    return (
      <p className="px-3 py-2 text-muted">
        {connected ? (
          <>
            <TextButton onClick={() => connections.add()}>Open a connection</TextButton> that stays open
            between runs, with its own transaction, settings, and loaded library. Open two to try locks or
            LISTEN and NOTIFY.
          </>
        ) : (
          'Not connected to the server.'
        )}
      </p>
    );
  return (
    <div className="flex h-full overflow-x-auto">
      {names.map((name) => (
        <ConnectionColumn key={name} name={name} actions={actions} />
      ))}
      {names.length < limits.connections && (
        <button
          type="button"
          onClick={() => connections.add()}
          className="flex w-24 shrink-0 flex-col items-center justify-center gap-1 border-line border-l text-muted hover:bg-hover hover:text-ink"
        >
          <Plus aria-hidden size={16} />
          Add
        </button>
      )}
    </div>
  );
}
