import { useMemo } from 'react';
import { useConnections, useConnectionsState } from '../../connections/ConnectionsProvider.tsx';
import { useLayout } from '../../page/layoutStore.ts';
import { showTool } from '../../page/showTool.ts';
import type { ConnectionBlocks } from './connectionBlocks.ts';

/** The Connections pane as a lesson's text needs it: SQL that is put before a connection is shown there, to be run. */
export function useConnectionBlocks(): ConnectionBlocks {
  const connections = useConnections();
  const names = useConnectionsState((state) => state.names);
  const drafts = useConnectionsState((state) => state.drafts);
  // What is not to be seen is still to be shown.
  const shown = useLayout((state) => state.toolsOpen && state.toolTab === 'connections');
  return useMemo(
    () => ({
      has: (connection, sql) =>
        shown && names.includes(connection) && drafts[connection]?.trim() === sql.trim(),
      put(connection, sql) {
        if (!names.includes(connection)) connections.open(connection);
        if (!connections.store.getState().names.includes(connection)) return 'Not connected to the server.';
        connections.draft(connection, sql);
        showTool('connections', `connection-${connection}`);
        return null;
      },
    }),
    [connections, names, drafts, shown],
  );
}
