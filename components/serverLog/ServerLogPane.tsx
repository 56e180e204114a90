'use client';
import type { ReactNode } from 'react';
import { TextButton } from '../ui/TextButton.tsx';
import { clearLog, useServerLog } from './serverLogStore.ts';
import { useFollowedLog } from './useFollowedLog.ts';

interface ServerLogPaneProps {
  /** The log's text. */
  children: ReactNode;
}

/** What Postgres logs, as it logs it: the place where `log!`, `println!`, background workers and crashes are seen. */
export function ServerLogPane({ children }: ServerLogPaneProps) {
  const follow = useFollowedLog();
  const { text, state, problem } = useServerLog();
  return (
    <div className="flex h-full flex-col">
      <div className="min-h-0 flex-1">{children}</div>
      <p className="flex shrink-0 gap-3 border-line border-t px-3 py-0.5 text-muted text-small">
        {state === 'live' && <span>live</span>}
        {state === 'waiting' && <span>Postgres starts on the first run.</span>}
        {state === 'ended' && (
          <span>
            {problem} <TextButton onClick={follow}>Reconnect</TextButton>
          </span>
        )}
        {text !== '' && (
          <TextButton className="ml-auto" onClick={clearLog}>
            Clear
          </TextButton>
        )}
      </p>
    </div>
  );
}
