import { useState } from 'react';
import { useSession } from '../../session/SessionProvider.tsx';
import type { RunRecord } from '../../session/state/sessionState.ts';

/** The last press of Check, whatever was run after it. */
export function useLastCheck(): RunRecord | null {
  const current = useSession((state) => state.current);
  const [checked, setChecked] = useState<RunRecord | null>(null);
  if (current && current !== checked && isCheck(current)) {
    setChecked(current);
    return current;
  }
  return checked;
}

function isCheck({ request, events }: RunRecord): boolean {
  return request ? request.mode === 'lessonCheck' : events.some(({ type }) => type === 'lessonCheck');
}
