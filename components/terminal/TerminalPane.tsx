'use client';
import { useEffect, useRef, useState } from 'react';
import type { TerminalName } from '../../protocol/messages/clientMessage.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import { TerminalNote } from './TerminalNote.tsx';
import { terminalTitles } from './terminalTitles.ts';
import { useTerminalView } from './useTerminalView.ts';

/**
 * psql or the shell in a terminal. It opens by itself where there is a container; where there is none, it asks first, since opening
 * takes one. `active` says whether the pane is shown.
 */
export function TerminalPane({ terminal, active }: { terminal: TerminalName; active: boolean }) {
  const frame = useRef<HTMLDivElement>(null);
  const { state } = useSession((session) => session.terminals[terminal]);
  const connected = useSession((session) => session.connection.state === 'open');
  const hasContainer = useSession((session) => session.container !== 'none');
  const [wasActive, setWasActive] = useState(active);
  const [screenReader, setScreenReader] = useState(false);
  const { view, failed } = useTerminalView(terminal, frame, wasActive);
  const live = state === 'open' && connected;

  useEffect(() => {
    if (active) setWasActive(true);
  }, [active]);

  useEffect(() => {
    if (view && active && connected && state === 'none' && hasContainer) view.open();
  }, [view, active, connected, state, hasContainer]);

  useEffect(() => view?.setLive(live), [view, live]);
  useEffect(() => view?.setScreenReader(screenReader), [view, screenReader]);
  useEffect(() => {
    if (!view) return;
    const observer = new MutationObserver(() => view.setTheme());
    observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['class', 'data-theme'],
    });
    return () => observer.disconnect();
  }, [view]);

  return (
    <section aria-label={terminalTitles[terminal]} className="relative flex h-full flex-col bg-pane">
      <TerminalNote
        terminal={terminal}
        failed={failed}
        onOpen={() => {
          view?.open();
          view?.focus();
        }}
      />
      <div ref={frame} data-focus="soon" className="min-h-0 flex-1 overflow-hidden px-2 pt-1 font-mono" />
      <span className="absolute top-1 right-3 opacity-0 focus-within:opacity-100">
        <TextButton aria-pressed={screenReader} onClick={() => setScreenReader(!screenReader)}>
          Screen reader mode
        </TextButton>
      </span>
    </section>
  );
}
