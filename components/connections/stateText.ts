import type { ConnectionState } from './connectionRecord.ts';

/** How a connection is, in a few words. `nameOf` gives the name of the connection that has a backend. */
export function stateText(state: ConnectionState, nameOf: (pid: number) => string | null): string {
  if (state.status === 'opening') return 'connecting';
  if (state.status === 'closed') return 'closed';
  const parts = [`backend ${state.pid ?? '?'}`];
  if (state.transaction === 'open') parts.push('in a transaction');
  if (state.transaction === 'failed') parts.push('in a failed transaction: ROLLBACK to continue');
  if (state.waitsFor.length > 0) {
    const whose = state.waitsFor.map((pid) => nameOf(pid) ?? `backend ${pid}`);
    parts.push(`waiting for a lock held by ${whose.join(', ')}`);
  } else if (state.running) parts.push('running');
  return parts.join(' · ');
}

/** Which of the project's libraries the backend has, as long as there is one. */
export function libraryText({ status, libraries }: ConnectionState): string | null {
  if (status !== 'open') return null;
  if (libraries.length === 0) return 'No project library loaded yet.';
  return libraries
    .map(({ file, replaced }) =>
      replaced
        ? `${file}: the old library until this connection is reopened`
        : `${file}: from the last build`,
    )
    .join('; ');
}
