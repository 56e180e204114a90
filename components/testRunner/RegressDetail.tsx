'use client';
import { useMemo, useState } from 'react';
import type { RunEventOf } from '../../protocol/events/events.ts';
import { TextButton } from '../ui/TextButton.tsx';
import { DiffLines } from '../ui/text/DiffLines.tsx';
import { lineDiff } from '../ui/text/lineDiff.ts';
import { useWorkspace, useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';

/** What a regression file gave beside what is expected of it, and the way to expect just that. */
export function RegressDetail({ result }: { result: RunEventOf<'regressResult'> }) {
  const path = `tests/pg_regress/expected/${result.name}.out`;
  const expected = useWorkspace((state) => state.files[path]);
  const workspace = useWorkspaceStore();
  const [problem, setProblem] = useState<string | null>(null);
  const diff = useMemo(() => lineDiff(expected ?? '', result.output), [expected, result.output]);
  const same = expected === result.output;

  function take(): void {
    const { files, edit, add, active, open } = workspace.getState();
    if (path in files) {
      edit(path, result.output);
      return;
    }
    setProblem(add(path, result.output)?.message ?? null);
    // The file is a matter of course: what one was reading stays open.
    open(active);
  }

  if (result.truncated)
    return <p className="text-muted">The output is too long to show here. Compare it in the shell.</p>;
  return (
    <>
      {same ? (
        <p className="text-muted">Output matches {path}.</p>
      ) : (
        <p>
          <TextButton onClick={take}>Accept output as expected</TextButton>{' '}
          <span className="text-muted">updates {path}.</span>
        </p>
      )}
      {problem && <p className="text-bad">{problem}</p>}
      {!same &&
        (diff ? (
          <DiffLines lines={diff} />
        ) : (
          <p className="text-muted">The output is too long to compare line by line.</p>
        ))}
    </>
  );
}
