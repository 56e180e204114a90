'use client';
import { Play, Square } from 'lucide-react';
import { useSession } from '../session/SessionProvider.tsx';
import { isRunning } from '../session/state/isRunning.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { usePage } from './usePage.ts';

/** Run, and Cancel while it runs or waits for the connection. Of the same width, so that nothing beside it moves. `onRun` is for a run of another kind. */
export function RunButton({ className = '', onRun }: { className?: string; onRun?: () => void }) {
  const running = useSession((state) => isRunning(state) || state.waiting !== null);
  const cancelling = useSession((state) => running && (state.current?.cancelling ?? false));
  const cancel = useSession((state) => state.cancel);
  const { runProject } = usePage();
  const look = `inline-flex items-center justify-center gap-1.5 rounded px-3 font-medium focus-visible:outline-offset-2 ${className}`;
  if (running)
    return (
      <button
        type="button"
        onClick={cancel}
        disabled={cancelling}
        className={`${look} border border-line-strong bg-pane text-ink hover:bg-hover disabled:text-faint`}
      >
        <Square aria-hidden size={12} fill="currentColor" strokeWidth={0} />
        {cancelling ? 'Cancelling…' : 'Cancel'}
      </button>
    );
  return (
    <button
      type="button"
      onClick={onRun ?? (() => runProject())}
      className={`${look} bg-run text-on-rust hover:bg-run-hover`}
    >
      <Play aria-hidden size={12} fill="currentColor" strokeWidth={0} />
      Run
      <KeyHint keys="Mod+Enter" className="phone:hidden text-on-rust" />
    </button>
  );
}
