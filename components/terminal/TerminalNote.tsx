'use client';
import type { ReactNode } from 'react';
import type { TerminalName } from '../../protocol/messages/clientMessage.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import { terminalTitles } from './terminalTitles.ts';

interface TerminalNoteProps {
  terminal: TerminalName;
  failed: boolean;
  onOpen(): void;
}

/** What keeps the person from typing, and what to do about it. Nothing where the program is there. */
export function TerminalNote({ terminal: name, failed, onOpen }: TerminalNoteProps) {
  const terminal = useSession((session) => session.terminals[name]);
  const title = terminalTitles[name];
  const connected = useSession((session) => session.connection.state === 'open');
  // Where there is one, the program starts by itself.
  const hasContainer = useSession((session) => session.container !== 'none');
  const position = useSession((session) => session.position);
  return (
    <div role="status">
      {note() && <p className="border-line border-b bg-sunken px-3 py-1.5 text-muted">{note()}</p>}
    </div>
  );

  function note(): ReactNode {
    if (failed) return 'The terminal couldn’t be loaded. Reload the page to retry; your files are safe.';
    if (!connected)
      return terminal.state === 'open'
        ? `Not connected to the server: what you type isn’t sent. ${capital(title)} keeps running and reappears when the page reconnects.`
        : 'Not connected to the server.';
    if (terminal.state === 'opening' && position !== null)
      return `No container is free. You are number ${position} in the queue. ${capital(title)} opens automatically.`;
    if (terminal.state === 'none')
      return (
        <>
          {capital(title)} isn’t running.{' '}
          <TextButton data-focus={hasContainer ? undefined : 'first'} onClick={onOpen}>
            Open {title}
          </TextButton>{' '}
          {purposes[name]}
        </>
      );
    if (terminal.state === 'ended')
      return (
        <>
          {terminal.message}{' '}
          <TextButton data-focus="first" onClick={onOpen}>
            Open {title} again
          </TextButton>
        </>
      );
    return null;
  }
}

const purposes: Record<TerminalName, string> = {
  psql: 'to query the Postgres in your container.',
  shell: 'to use cargo, cargo pgrx, and psql in your container.',
};

/** psql is written small even where a sentence begins. */
function capital(title: string): string {
  return title === 'psql' ? title : `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
}
