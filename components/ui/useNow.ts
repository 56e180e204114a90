import { useEffect, useState } from 'react';
import { pageNow } from '../browser/pageNow.ts';

/** The time by `pageNow`, told again every `everyMs` milliseconds; told once where that is null. */
export function useNow(everyMs: number | null): number {
  const [now, setNow] = useState(pageNow);
  useEffect(() => {
    setNow(pageNow());
    if (everyMs === null) return;
    const timer = setInterval(() => setNow(pageNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
