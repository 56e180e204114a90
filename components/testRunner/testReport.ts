import type { RunEvent, RunEventOf } from '../../protocol/events/events.ts';
import { rustTests } from '../../protocol/rust/rustTests.ts';

export type TestResult = RunEventOf<'testResult'>;
export type TestStatus = TestResult['outcome'] | 'new' | 'running' | 'waiting' | 'unknown';

/** One line of the report: a test, or a regression file. */
export interface TestItem {
  key: string;
  kind: 'pg_test' | 'test' | 'regress';
  /** What the server calls it. */
  name: string;
  /** Its own name, without its group's. */
  label: string;
  /** A module, or the folder of the regression files. */
  group: string;
  file: string | null;
  line: number | null;
  /** A macro makes it, so that others may be at the same place. */
  made: boolean;
  status: TestStatus;
  ms: number | null;
  result: TestResult | null;
  /** What Postgres's log has of it. */
  output: string | null;
  regress: RunEventOf<'regressResult'> | null;
}

export const regressGroup = 'tests/pg_regress';

export type PlannedTest = RunEventOf<'testPlan'>['tests'][number];

/**
 * The tests that the files have now, each with what the last run that tried it said; then those that macros make, of
 * which only a run tells. `made` are those of a run before, which tried more.
 */
export function testItems(
  files: Record<string, string>,
  events: readonly RunEvent[],
  running: boolean,
  made: readonly PlannedTest[] = [],
): TestItem[] {
  const plan = events.find((event) => event.type === 'testPlan')?.tests ?? [];
  const results = new Map<string, TestResult>();
  const outputs = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'testResult') results.set(event.name, event);
    if (event.type === 'testOutput') outputs.set(event.name, event.text);
  }
  const planned = new Set(plan.map(({ name }) => name));
  const inOrder = [...plan].sort((a, b) => Number(a.kind === 'test') - Number(b.kind === 'test'));
  const next = running ? inOrder.find(({ name }) => !results.has(name))?.name : undefined;
  const waits = (name: string): TestStatus =>
    name === next ? 'running' : running && planned.has(name) ? 'waiting' : 'unknown';
  const tests = new Map<string, Omit<PlannedTest, 'made'> & { made?: boolean | undefined }>();
  for (const test of [...rustTests(files), ...[...made, ...plan].filter((test) => test.made)])
    if (!tests.has(test.name)) tests.set(test.name, test);
  return [...tests.values()].map(({ name, kind, file, line, made }) => {
    const result = results.get(name) ?? null;
    const cut = name.lastIndexOf('::');
    return {
      key: name,
      kind,
      name,
      label: name.slice(cut < 0 ? 0 : cut + 2),
      group: cut < 0 ? 'the crate' : name.slice(0, cut),
      file,
      line,
      made: made ?? false,
      status: result?.outcome ?? waits(name),
      ms: result?.ms ?? null,
      result,
      output: outputs.get(name) ?? null,
      regress: null,
    };
  });
}

/** The regression files that there are now, each with what the last run said of it. */
export function regressItems(
  files: Record<string, string>,
  events: readonly RunEvent[],
  running: boolean,
): TestItem[] {
  const results = new Map(
    events.flatMap((event) => (event.type === 'regressResult' ? [[event.name, event]] : [])),
  );
  const names = Object.keys(files).flatMap(
    (path) => /^tests\/pg_regress\/sql\/([\w.-]+)\.sql$/.exec(path)?.[1] ?? [],
  );
  const sorted = names.toSorted(
    (a, b) => Number(b === 'setup') - Number(a === 'setup') || a.localeCompare(b),
  );
  return sorted.map((name) => {
    const regress = results.get(name) ?? null;
    return {
      key: `${regressGroup}/${name}`,
      kind: 'regress',
      name,
      label: name,
      group: regressGroup,
      file: `tests/pg_regress/sql/${name}.sql`,
      line: 1,
      made: false,
      status: regress?.outcome ?? (running ? 'waiting' : 'unknown'),
      ms: regress?.ms ?? null,
      result: null,
      output: null,
      regress,
    };
  });
}

/** Whether it did not give what is wanted. */
export const isFailed = ({ status }: TestItem) => status === 'failed' || status === 'new';

const words: [TestStatus, string][] = [
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['new', 'new'],
  ['ignored', 'ignored'],
];

/** `7 passed · 2 failed`. */
export function countText(items: readonly TestItem[]): string {
  return words
    .flatMap(([status, word]) => {
      const count = items.filter((item) => item.status === status).length;
      return count > 0 ? `${count} ${word}` : [];
    })
    .join(' · ');
}

/** The test that a line of a file is in: the last one that begins there or before it, if no other function follows. */
export function testAtLine(items: readonly TestItem[], file: string, line: number): TestItem | null {
  const before = items.filter((item) => item.file === file && item.line !== null && item.line <= line + 3);
  return before.findLast((item) => (item.line ?? 0) <= line) ?? before[0] ?? null;
}
