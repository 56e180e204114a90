import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import Docker from 'dockerode';
import { testImage } from '../support/subject.ts';
import { linkLines } from './linkLines.ts';
import { measureCrowd } from './measure/measureCrowd.ts';
import { measureLanguage } from './measure/measureLanguage.ts';
import { measureLessons } from './measure/measureLessons.ts';
import { measureLinks } from './measure/measureLinks.ts';
import { measureMajors } from './measure/measureMajors.ts';
import { measureRuns } from './measure/measureRuns.ts';
import { firstRuns, idleMemory, sessionStarts } from './measure/measureSessions.ts';
import { measureTests } from './measure/measureTests.ts';
import { typingLines } from './measure/measureTyping.ts';
import { type Line, table } from './report.ts';
import { startDefaults } from './startDefaults.ts';
import { summarise } from './stats.ts';
import { hello, typeAndFifty, typeAndFiftyMoved } from './subjects.ts';

/** The measurements of one run on one machine; `npm run bench -- 5` makes five edits where twenty are usual. */
const edits = Number(process.argv[2] ?? 20);
const lines: Line[] = [];
const raw: Record<string, unknown> = {
  at: new Date().toISOString(),
  cpus: cpus().length,
  image: testImage,
  edits,
};
const add = (what: string, value: number, unit: Line['unit'], target: number | null = null, note?: string) =>
  lines.push({ what, value, unit, target, note });
/** Keeps what was measured so far, so that a part that fails takes nothing with it. */
const save = () => writeFile('bench-results/bench.json', `${JSON.stringify({ ...raw, lines }, null, 2)}\n`);
const say = async (text: string) => {
  console.log(`measuring: ${text}`);
  await save();
};
await mkdir('bench-results', { recursive: true });

await say('all crates once more, compiled with cargo’s own settings');
await using defaults = await startDefaults();
let compilerCpu = 0;
for (const subject of [hello, typeAndFifty, typeAndFiftyMoved]) {
  const count = subject === typeAndFiftyMoved ? Math.min(edits, 5) : edits;
  await say(`${subject.name}, ${count} edits, four ways`);
  const times = await measureRuns(subject, count, defaults);
  const median = (ms: number[]) => summarise(ms).median / 1000;
  const [run, peer, floor] = [median(times.playground), median(times.cargoPgrx), median(times.rustc)];
  const asItComes = median(times.cargoDefaults);
  if (subject === hello) compilerCpu = summarise(times.rustcCpu).median / 1000;
  add(
    `${subject.name}: Run to first row`,
    run,
    's',
    null,
    `p90 ${(summarise(times.playground).p90 / 1000).toFixed(2)} s`,
  );
  add('  the cargo pgrx way', peer, 's');
  add('  the same with cargo’s own settings', asItComes, 's');
  add('  the bare rustc command', floor, 's');
  add('  Run / cargo pgrx way', run / peer, '×', 0.25);
  add('  Run / that with cargo’s own settings', run / asItComes, '×', 0.25);
  add('  Run / bare rustc', run / floor, '×', 2);
  raw[subject.name] = times;
}

await say('ten tests after an edit');
const testTimes = await measureTests(Math.min(edits, 5), defaults);
const ours = summarise(testTimes.here).median / 1000;
add('ten #[pg_test]s after an edit', ours, 's');
for (const [what, ms] of [
  ['cargo pgrx test', testTimes.cargoPgrx],
  ['cargo pgrx test with cargo’s own settings', testTimes.cargoDefaults],
] as const) {
  const theirs = summarise(ms).median / 1000;
  add(`  ${what}`, theirs, 's');
  add(`  here / ${what}`, ours / theirs, '×', 0.25);
}
raw.tests = testTimes;
await say(`typing, ${edits} edits`);
const typing = await typingLines(edits);
lines.push(...typing.lines);
Object.assign(raw, typing.raw);

await say('session starts');
for (const [what, warm, target] of [
  ['warm', 3, 0.3],
  ['cold', 0, 1.5],
] as const) {
  const starts = await sessionStarts(warm, 10);
  add(`a ${what} session`, summarise(starts).median / 1000, 's', target);
  raw[`session ${what}`] = starts;
}
const first = await firstRuns(10);
add('a newcomer’s first Run, to its first row', summarise(first).median / 1000, 's');
raw['first runs'] = first;

await say('the checks of each lesson');
const lessons = await measureLessons(3);
for (const { lesson, median } of lessons) add(`check of ${lesson}`, median / 1000, 's', 2);
raw.lessons = lessons;

await say('memory and image');
add('memory of an idle session', (await idleMemory()) / 1e6, 'MB', 100);
add('session image', (await new Docker().getImage(testImage).inspect()).Size / 1e9, 'GB', 2.5);

for (const people of [10, 30]) {
  await say(`${people} people press Run at once`);
  const crowd = await measureCrowd(people);
  const last = summarise(crowd.done).max / 1000;
  const floor = (compilerCpu * people) / cpus().length;
  add(
    `${people} at once: the last one waits`,
    last,
    's',
    null,
    `compilers' CPU time over the cores: ${floor.toFixed(2)} s`,
  );
  add(`  against that CPU time`, last / floor, '×', people === 30 ? 1.3 : null);
  raw[`crowd of ${people}`] = crowd;
}

await say('one source on every Postgres');
const everyMajor = await measureMajors(5);
const atOnce = summarise(everyMajor.atOnce).median / 1000;
const inARow = summarise(everyMajor.inARow).median / 1000;
add(`Postgres ${everyMajor.majors.join(', ')} at once`, atOnce, 's');
add('  one after the other', inARow, 's');
raw['every Postgres'] = everyMajor;

await say('the language server');
const language = await measureLanguage(edits);
add('language server ready', language.ready / 1000, 's', 4);
add('  its first completion', language.first / 1000, 's');
add('  completion after an edit', summarise(language.warm).median / 1000, 's', 0.2);
raw.language = language;

await say('links');
const links = await measureLinks(5, 500);
lines.push(...linkLines(links));
raw.links = links;

console.log(`\n${table(lines)}`);
await save();
console.log('\nbench-results/bench.json has every measurement.');
