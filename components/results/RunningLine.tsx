'use client';
import { LoaderCircle } from 'lucide-react';
import { formatSeconds } from '../ui/format/formatSeconds.ts';
import { useNow } from '../ui/useNow.ts';

/** As often as the digit shown changes. */
const tickMs = 100;

/** That a statement is under way, and for how long; `since` is by `pageNow`. */
export function RunningLine({ since }: { since: number }) {
  const now = useNow(tickMs);
  return (
    <p className="flex items-center gap-1.5 text-muted tabular-nums">
      <LoaderCircle aria-hidden size={13} className="animate-spin text-pg motion-reduce:animate-none" />
      Running for {formatSeconds(Math.max(0, now - since))}
    </p>
  );
}
