'use client';
import type { Feature } from '../page/feature.ts';
import { TerminalPane } from './TerminalPane.tsx';

/** psql, and the container's shell. */
export const terminal: Feature = {
  id: 'terminal',
  tabs: [
    { id: 'psql', name: 'psql', Content: () => <TerminalPane terminal="psql" active /> },
    { id: 'shell', name: 'Shell', Content: () => <TerminalPane terminal="shell" active /> },
  ],
};
