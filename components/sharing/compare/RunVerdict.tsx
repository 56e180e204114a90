'use client';
import { Check, TriangleAlert } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { defaultMajor } from '../../../protocol/versions.ts';
import { useChangedSince } from '../../page/useChangedSince.ts';
import { useSession } from '../../session/SessionProvider.tsx';
import type { RunRecord } from '../../session/state/sessionState.ts';
import { countOf } from '../../ui/format/countOf.ts';
import { TextButton } from '../../ui/TextButton.tsx';
import { sameProject } from '../../workspace/sameProject.ts';
import { recordedId } from '../link/recordedRun.ts';
import { useShared } from '../link/SharedProvider.tsx';
import { compareRuns } from './compareRuns.ts';
import { Differences } from './Differences.tsx';

/** On a link's page, above the results: whether they are the recorded ones, the same again, or others. */
export function RunVerdict() {
  const shared = useShared();
  const current = useSession((state) => state.current);
  if (!shared) return null;
  return (
    <div className="shrink-0 border-line border-b bg-sunken">
      {shared.recorded === null ? (
        <Line>No result was recorded with this link. Press Run to see one.</Line>
      ) : (
        <Against recorded={shared.recorded} current={current} />
      )}
    </div>
  );
}

function Against({ recorded, current }: { recorded: RunRecord; current: RunRecord | null }) {
  const compared = useMemo(
    () => (wasWhole(current) ? compareRuns(recorded.events, current.events) : null),
    [recorded, current],
  );
  const usual = useSession((state) => defaultMajor(state.versions));
  const ran = current?.request;
  const asShared = !ran || !recorded.request || sameProject(ran, recorded.request, usual);
  const changed = useChangedSince(current);
  const [open, setOpen] = useState(false);
  const list = useId();
  if (!current || current.id === recordedId)
    return <Line>Recorded by this server when the link was created. Press Run to compare.</Line>;
  if (!current.done) return <Line>Running. The result will be compared with the recorded one.</Line>;
  if (!compared) return <Line>Not compared with the recorded result: the run didn’t finish.</Line>;
  if (compared.count === 0)
    return (
      <Line>
        <Check aria-hidden size={15} className="shrink-0 text-pg" />
        <span>
          <b className="font-medium">Same result</b> as recorded
          {asShared ? '' : ', though other code was run'}.{' '}
          {changed.length > 0 && 'What you have changed since then has not been run.'}
        </span>
      </Line>
    );
  return (
    <>
      <Line>
        <TriangleAlert aria-hidden size={15} className="shrink-0 text-warn" />
        <span>
          <b className="font-medium">Different</b> from the recorded result in{' '}
          {countOf(compared.count, 'place', 'places')}.{' '}
          {changed.length > 0 && 'What you have changed since then has not been run.'}
        </span>
        <TextButton aria-expanded={open} aria-controls={list} onClick={() => setOpen(!open)}>
          {open ? 'Hide' : 'Show'}
        </TextButton>
      </Line>
      {open && <Differences id={list} {...compared} />}
    </>
  );
}

function wasWhole(run: RunRecord | null): run is RunRecord {
  if (!run?.done || run.id === recordedId || run.incomplete) return false;
  return run.done.outcome !== 'cancelled' && run.done.outcome !== 'unavailable';
}

function Line({ children }: { children: React.ReactNode }) {
  return (
    <p role="status" className="flex min-h-7 items-center gap-2 px-3 py-1">
      {children}
    </p>
  );
}
