'use client';
import { Play } from 'lucide-react';
import { IconButton } from '../ui/IconButton.tsx';
import { useConnections, useConnectionsState } from './ConnectionsProvider.tsx';

/** Where one types SQL for a connection. Ctrl/Cmd+Enter runs it here and not in the script. */
export function ConnectionInput({ name, busy }: { name: string; busy: boolean }) {
  const connections = useConnections();
  const draft = useConnectionsState(({ drafts }) => drafts[name] ?? '');
  const run = () => {
    if (draft.trim() !== '' && !busy) connections.execute(name, draft);
  };
  return (
    <div className="flex items-end gap-1 border-line border-t p-1.5" data-own-run>
      <textarea
        aria-label={`SQL for connection ${name}`}
        value={draft}
        rows={Math.min(8, Math.max(2, draft.split('\n').length))}
        spellCheck={false}
        autoCapitalize="off"
        placeholder="select …;"
        className="min-w-0 flex-1 resize-none rounded border border-line-strong bg-pane px-2 py-1 font-mono"
        onChange={(event) => connections.draft(name, event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          run();
        }}
      />
      <IconButton icon={Play} label={`Run on connection ${name}`} disabled={busy} onClick={run} />
    </div>
  );
}
