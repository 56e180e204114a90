import { useEffect } from 'react';
import { browserStorage } from '../../browser/browserStorage.ts';
import { useSession } from '../../session/SessionProvider.tsx';
import { useLesson } from '../LessonProvider.tsx';
import { lastCheck } from '../lastCheck.ts';
import { changeProgress, withDone } from './progress.ts';

/** Remembers which lesson is open, and ticks it off when all its checks hold. For one component of a page. */
export function useKeptProgress(): void {
  const key = useLesson()?.key ?? null;
  const passed = useSession(lastCheck)?.done?.outcome === 'ok';
  useEffect(() => {
    if (key !== null) changeProgress(browserStorage('local'), (now) => ({ ...now, last: key }));
  }, [key]);
  useEffect(() => {
    if (key !== null && passed)
      changeProgress(browserStorage('local'), (now) => withDone(now, key, Date.now()));
  }, [key, passed]);
}
