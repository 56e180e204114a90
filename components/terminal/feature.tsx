'use client';
import type { Feature } from '../page/feature.ts';
import { TerminalPane } from './TerminalPane.tsx';

/** psql, and the container's shell. */
export const terminal: Feature = {
  id: 'terminal',
  tabs: [
    {
      id: 'psql',
      name: 'psql',
      takesTyping: true,
      Content: () => <TerminalPane terminal="psql" active />,
    },
    {
      id: 'shell',
      name: 'Shell',
      takesTyping: true,
      Content: () => <TerminalPane terminal="shell" active />,
    },
  ],
};
