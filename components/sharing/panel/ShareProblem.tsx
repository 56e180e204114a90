'use client';
import { useEffect, useState } from 'react';
import { pageNow } from '../../browser/pageNow.ts';
import type { ShareFailure } from '../api/requestApi.ts';

/** Why something was not done, and when it can be tried again. */
export function ShareProblem({ failure: { message, retryAt } }: { failure: ShareFailure }) {
  const [now, setNow] = useState(pageNow);
  useEffect(() => {
    if (retryAt === null) return;
    const timer = setInterval(() => setNow(pageNow()), 1000);
    return () => clearInterval(timer);
  }, [retryAt]);
  const seconds = retryAt === null ? 0 : Math.ceil((retryAt - now) / 1000);
  return (
    <p role="alert" className="rounded-sm border-bad border-l-2 bg-bad-soft px-2 py-1">
      {message}
      {seconds > 0 && <span className="tabular-nums"> Try again in {seconds} s.</span>}
      {retryAt !== null && seconds <= 0 && ' You can try again now.'}
    </p>
  );
}
