'use client';
import { ListChecks } from 'lucide-react';
import { useSession } from '../session/SessionProvider.tsx';
import { isRunning } from '../session/state/isRunning.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { useCheck } from './useCheck.ts';

/** Check, beside Run; while either is on, Run is Cancel for both. */
export function CheckButton({ className = '' }: { className?: string }) {
  const running = useSession(isRunning);
  const check = useCheck();
  return (
    <button
      type="button"
      onClick={check}
      aria-disabled={running}
      className={`inline-flex items-center justify-center gap-1.5 rounded border border-line-strong bg-pane font-medium hover:bg-hover focus-visible:outline-offset-2 aria-disabled:cursor-default aria-disabled:text-faint ${className}`}
    >
      <ListChecks aria-hidden size={14} />
      Check
      <KeyHint keys="Mod+Shift+Enter" className="max-lg:hidden" />
    </button>
  );
}
