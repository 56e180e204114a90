'use client';
import type { ReactNode } from 'react';
import { useSession } from '../session/SessionProvider.tsx';
import { TextButton } from '../ui/TextButton.tsx';

/** What keeps the person from typing to psql, and what to do about it. Nothing where psql is there. */
export function TerminalNote({ failed, onOpen }: { failed: boolean; onOpen(): void }) {
  const terminal = useSession((session) => session.terminal);
  const connected = useSession((session) => session.connection.state === 'open');
  const position = useSession((session) => session.position);
  return (
    <div role="status">
      {note() && <p className="border-line border-b bg-sunken px-3 py-1.5 text-muted">{note()}</p>}
    </div>
  );

  function note(): ReactNode {
    if (failed) return 'The terminal could not be loaded. Reload the page to try again: your files are kept.';
    if (!connected)
      return terminal.state === 'open'
        ? 'Not connected to the server: what you type is not sent. psql goes on, and is shown again when the page is connected.'
        : 'Not connected to the server.';
    if (terminal.state === 'opening' && position !== null)
      return `No container is free: you are number ${position} in the queue. psql opens by itself.`;
    if (terminal.state === 'none')
      return (
        <>
          psql is not running. <TextButton onClick={onOpen}>Open psql</TextButton> to talk to the Postgres of
          your container.
        </>
      );
    if (terminal.state === 'ended')
      return (
        <>
          {terminal.message} <TextButton onClick={onOpen}>Open psql again</TextButton>
        </>
      );
    return null;
  }
}
