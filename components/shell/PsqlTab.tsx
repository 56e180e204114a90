'use client';
import { TerminalPane } from '../terminal/TerminalPane.tsx';

/** psql in the bottom panel. */
export function PsqlTab() {
  return <TerminalPane terminal="psql" active />;
}
