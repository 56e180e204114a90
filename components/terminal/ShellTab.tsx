'use client';
import { TerminalPane } from './TerminalPane.tsx';

/** The container's shell in the bottom panel. */
export function ShellTab() {
  return <TerminalPane terminal="shell" active />;
}
