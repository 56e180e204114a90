'use client';
import { TerminalPane } from './TerminalPane.tsx';

/** psql in the bottom panel. */
export function PsqlTab() {
  return <TerminalPane terminal="psql" active />;
}
