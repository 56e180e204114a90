'use client';
import { type RefObject, useEffect, useState } from 'react';
import type { TerminalName } from '../../protocol/messages/clientMessage.ts';
import { useTerminalChannel } from '../session/SessionProvider.tsx';
import type { TerminalView } from './createTerminal.ts';

/** The terminal in `frame`, once `wanted` for the first time and xterm.js has loaded; `failed` where it could not load. */
export function useTerminalView(
  terminal: TerminalName,
  frame: RefObject<HTMLElement | null>,
  wanted: boolean,
): { view: TerminalView | null; failed: boolean } {
  const channel = useTerminalChannel(terminal);
  const [view, setView] = useState<TerminalView | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (!wanted) return;
    let made: TerminalView | null = null;
    let gone = false;
    import('./createTerminal.ts').then(
      ({ createTerminal }) => {
        if (gone || !frame.current) return;
        made = createTerminal(frame.current, channel);
        setView(made);
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      made?.dispose();
      setView(null);
    };
  }, [channel, frame, wanted]);

  return { view, failed };
}
