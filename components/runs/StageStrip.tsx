'use client';
import { useSession } from '../session/SessionProvider.tsx';
import { isRunning } from '../session/state/isRunning.ts';
import { formatSeconds } from '../ui/format/formatSeconds.ts';
import { useNow } from '../ui/useNow.ts';
import { stagesOf } from './stages.ts';

/** Ten times a second is as often as the digit shown changes. */
const tickMs = 100;

/**
 * The stages of the run with the seconds of each as they pass, and those of the run before to compare with. Digits have
 * their room before they come, so that no name moves.
 */
export function StageStrip() {
  const running = useSession(isRunning);
  const current = useSession((state) => state.current);
  const previous = useSession((state) => state.previous);
  const now = useNow(running ? tickMs : null);
  const totalMs = current ? (current.done?.ms ?? Math.max(0, now - current.startedAt)) : null;
  return (
    <div className="@container min-w-0 flex-1">
      <ol className="flex items-center justify-end gap-3 overflow-hidden whitespace-nowrap text-small tabular-nums">
        {stagesOf(current, previous, now).map(({ phase, name, ms, current: isCurrent, beforeMs }) => (
          <li
            key={phase}
            className={isCurrent ? 'font-medium text-rust' : ms === null ? 'text-faint' : 'text-muted'}
            aria-current={isCurrent ? 'step' : undefined}
            title={beforeMs === null ? undefined : `${formatSeconds(beforeMs)} in the previous run`}
          >
            {name}
            <span className="ml-1 inline-block min-w-[4ch]">
              {ms !== null && (ms / 1000).toFixed(ms < 995 ? 2 : 1)}
            </span>
            <span className="ml-1 hidden min-w-[6ch] font-normal text-faint @min-[26rem]:inline-block">
              {beforeMs !== null && `(${(beforeMs / 1000).toFixed(2)})`}
            </span>
          </li>
        ))}
        <li className="min-w-[6ch] text-right font-medium">{totalMs !== null && formatSeconds(totalMs)}</li>
      </ol>
    </div>
  );
}
