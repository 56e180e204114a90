'use client';
import { useMemo } from 'react';
import { usePage } from '../page/usePage.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { isRunning } from '../session/state/isRunning.ts';
import { countOf } from '../ui/format/countOf.ts';
import { formatMs } from '../ui/format/formatMs.ts';
import { TextButton } from '../ui/TextButton.tsx';
import { TestDetail } from './TestDetail.tsx';
import { TestTree } from './TestTree.tsx';
import { countText, isFailed, type TestItem } from './testReport.ts';
import { useTestRun, useTestRuns } from './testRuns.ts';
import { useTestCommands } from './useTestCommands.ts';
import { useTestItems } from './useTestItems.ts';

/** The tests and regression files of the project, what each came to, and the ways to run them. */
export function TestsPane() {
  const commands = useTestCommands();
  const { reveal } = usePage();
  const items = useTestItems();
  const busy = useSession(isRunning);
  const cancel = useSession((state) => state.cancel);
  const tests = useTestRun('test');
  const regress = useTestRun('regress');
  const chosen = useTestRuns((state) => state.chosen);
  const item = items.find(({ key }) => key === chosen) ?? items.find(isFailed) ?? items[0];
  const notes = useMemo(
    () => tests.run?.events.find((event) => event.type === 'testPlan')?.notes ?? [],
    [tests.run],
  );
  const under = tests.running ? tests.run : regress.running ? regress.run : null;
  const run = (one: TestItem) =>
    one.kind === 'regress' ? commands.runRegress([one.name]) : commands.runTests([one.name]);
  const has = (kind: 'regress' | 'rust') =>
    items.some((one) => (one.kind === 'regress') === (kind === 'regress'));

  if (items.length === 0)
    return (
      <p className="px-3 py-2 text-muted">
        The project has no tests. Write a function with #[pg_test] in a module tests, or a file
        tests/pg_regress/sql/NAME.sql. Tests that a macro makes are found when they are run:{' '}
        <TextButton disabled={busy} className="disabled:text-faint" onClick={() => commands.runTests()}>
          Run all tests
        </TextButton>
      </p>
    );
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-3 py-1">
        {(has('rust') || tests.run !== null) && (
          <TextButton disabled={busy} className="disabled:text-faint" onClick={() => commands.runTests()}>
            Run all tests
          </TextButton>
        )}
        {has('regress') && (
          <TextButton disabled={busy} className="disabled:text-faint" onClick={() => commands.runRegress()}>
            Run the regression files
          </TextButton>
        )}
        {items.some(isFailed) && (
          <TextButton disabled={busy} className="disabled:text-faint" onClick={commands.runFailed}>
            Run what failed
          </TextButton>
        )}
        {under && <TextButton onClick={cancel}>Cancel</TextButton>}
        <p role="status" className="ml-auto text-muted tabular-nums">
          {under
            ? progressText(items, under.phases.at(-1)?.phase)
            : countText(items) || countOf(items.length, 'test')}
          {!under && tests.run?.done && ` · ${formatMs(tests.run.done.ms)}`}
        </p>
      </div>
      {tests.run?.done?.outcome === 'buildFailed' && (
        <p className="border-line border-b bg-bad-soft px-3 py-1">
          The project did not compile, so that no test was run: Problems and the build log say why.
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="border-line border-b bg-warn-soft px-3 py-1">
          {note}
        </p>
      ))}
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(14rem,2fr)_3fr] phone:block phone:overflow-auto">
        <div className="min-h-0 overflow-auto border-line border-r phone:max-h-[50%] phone:border-r-0 phone:border-b">
          <TestTree items={items} onGo={({ file, line }) => file && line !== null && reveal(file, line, 1)} />
        </div>
        <section
          aria-label="The chosen test"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className="min-h-0 overflow-auto"
        >
          {item && <TestDetail item={item} running={busy} onRun={run} onReveal={reveal} />}
        </section>
      </div>
    </div>
  );
}

function progressText(items: readonly TestItem[], phase: string | undefined): string {
  const waiting = items.filter(({ status }) => status === 'waiting' || status === 'running').length;
  if (phase !== 'running' && waiting === 0) return phase === 'building' ? 'Building …' : 'Starting …';
  const counts = countText(items);
  return counts === '' ? `${waiting} to go` : `${counts} · ${waiting} to go`;
}
