'use client';
import type { Feature } from '../page/feature.ts';
import { ConnectionsPane } from './ConnectionsPane.tsx';
import { ConnectionsProvider, useConnectionsState } from './ConnectionsProvider.tsx';

/** Connections that stay open beside runs. */
export const connections: Feature = {
  id: 'connections',
  Provider: ConnectionsProvider,
  tabs: [
    {
      id: 'connections',
      name: 'Connections',
      Content: ConnectionsPane,
      useCount: () => useConnectionsState(({ names }) => names.length),
    },
  ],
};
