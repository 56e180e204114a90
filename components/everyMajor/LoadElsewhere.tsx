'use client';
import { useEffect, useRef } from 'react';
import type { Versions } from '../../protocol/versions.ts';
import { SqlErrorBlock } from '../results/errors/SqlErrorBlock.tsx';
import type { ResultActions } from '../results/resultActions.ts';
import { TextButton } from '../ui/TextButton.tsx';
import { cancelElsewhere, useElsewhere } from './elsewhereStore.ts';
import { type LibraryPair, libraryPair } from './libraryPair.ts';
import { MajorSelect } from './MajorSelect.tsx';
import { type MajorRun, stateOf } from './majorRun.ts';
import { whyRefused } from './whyRefused.ts';

/** Nothing of such an error is at a place in the files. */
const nothing = () => {};
const noPlaces: ResultActions = {
  onReveal: nothing,
  onRevealSql: nothing,
  onShowGeneratedSql: nothing,
  onShowBuildLog: nothing,
  onShowProblems: nothing,
};

/** The library for one Postgres in the server of another: what is picked, and how Postgres refuses it. */
export function LoadElsewhere({
  postgres,
  chosen,
  onLoad,
}: {
  postgres: Versions['postgres'];
  chosen: number | null;
  onLoad: () => void;
}) {
  const { picked, run, running, problem } = useElsewhere();
  const section = useRef<HTMLElement>(null);
  const pair = libraryPair(
    postgres.map(({ major }) => major),
    chosen,
    picked,
  );
  useEffect(() => {
    if (run) section.current?.scrollIntoView({ block: 'nearest' });
  }, [run]);
  if (!pair) return null;
  const pick = (next: Partial<LibraryPair>) => useElsewhere.setState({ picked: { ...pair, ...next } });
  return (
    <section
      ref={section}
      aria-label="Load a library built for another version"
      className="border-line border-t px-3 py-2"
    >
      <p className="mb-2">
        Try a library built for another version: compile for{' '}
        <MajorSelect
          label="Compile for"
          postgres={postgres}
          value={pair.from}
          onPick={(from) => pick({ from })}
        />{' '}
        and load it into{' '}
        <MajorSelect
          label="Load into"
          postgres={postgres.filter(({ major }) => major !== pair.from)}
          value={pair.into}
          onPick={(into) => pick({ into })}
        />{' '}
        {running ? (
          <TextButton onClick={cancelElsewhere}>Cancel</TextButton>
        ) : (
          <TextButton onClick={onLoad}>Load</TextButton>
        )}
      </p>
      {problem !== null && <p className="text-bad">{problem}</p>}
      {run && <Outcome run={run} pair={run.pair} />}
    </section>
  );
}

function Outcome({ run, pair }: { run: MajorRun; pair: LibraryPair }) {
  const { text, failed, message } = stateOf(run);
  const error = run.events.find((event) => event.type === 'sqlError');
  const why = error && whyRefused(error.message, pair);
  const outcome = run.events.findLast((event) => event.type === 'done')?.outcome;
  return (
    <div className="space-y-2">
      <p aria-live="polite">
        <span className="font-medium text-pg">
          Library for Postgres {pair.from} in Postgres {pair.into}:
        </span>{' '}
        <span className={failed && !error ? 'text-bad' : 'text-muted'}>
          {error || outcome === 'sqlFailed' ? 'not loaded' : outcome === 'ok' ? 'loaded' : text}
        </span>
      </p>
      {message !== null && <p className="text-muted">{message}</p>}
      {run.events.map(
        (event, index) =>
          event.type === 'diagnostic' &&
          event.severity === 'error' && (
            // biome-ignore lint/suspicious/noArrayIndexKey: events only come to the end
            <p key={index} className="whitespace-pre-wrap [overflow-wrap:anywhere]">
              <span className="font-medium text-bad">error</span> {event.message}
              {event.file !== null && (
                <span className="text-muted">
                  {' '}
                  at {event.file}
                  {event.line !== null && `:${event.line}`}
                </span>
              )}
            </p>
          ),
      )}
      {error && <SqlErrorBlock error={error} actions={noPlaces} />}
      {why && <p className="max-w-[100ch]">{why}</p>}
    </div>
  );
}
