'use client';
import { useMemo } from 'react';
import { useConnectionsState } from '../connections/ConnectionsProvider.tsx';
import { UpgradePane } from './UpgradePane.tsx';
import { useUpgradeCommands } from './useUpgradeCommands.ts';

/** From one version of the extension to the next, in the bottom panel. */
export function UpgradeTab() {
  const names = useConnectionsState((state) => state.names);
  const records = useConnectionsState((state) => state.records);
  const rows = useMemo(
    () =>
      names.map((connection) => {
        const state = records[connection]?.state;
        return { connection, pid: state?.pid ?? null, libraries: state?.libraries ?? [] };
      }),
    [names, records],
  );
  return <UpgradePane commands={useUpgradeCommands()} rows={rows} />;
}
