import { z } from 'zod';
import { compareMajors } from '../../../components/everyMajor/compareMajors.ts';
import { eventLines } from '../../../components/everyMajor/eventLines.ts';
import { markLines } from '../../../components/everyMajor/markLines.ts';
import { entityAt } from '../../../components/generatedSql/entityAt.ts';
import { sqlChanges } from '../../../components/generatedSql/sqlChanges.ts';
import { errorExcerpt } from '../../../components/results/errors/errorExcerpt.ts';
import { toStory } from '../../../components/results/story.ts';
import { parseServerMessage } from '../../../components/session/socket/parseServerMessage.ts';
import { sqlEntities } from '../../../components/session/sqlEntities.ts';
import { contentFragment, contentInFragment } from '../../../components/sharing/address/contentLink.ts';
import { compareRuns } from '../../../components/sharing/compare/compareRuns.ts';
import { splitDescription } from '../../../components/sharing/link/splitDescription.ts';
import { onlyColours } from '../../../components/ui/text/onlyColours.ts';
import { styledLine } from '../../../components/ui/text/styledLine.ts';
import { sqlUnits } from '../../../components/upgrade/sqlUnits.ts';
import { confEntries, withSetting } from '../../../components/workspace/confText.ts';
import { type RunEvent, runEvent } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { serverMessage } from '../../../protocol/messages/serverMessage.ts';
import { type FuzzTarget, pageMs } from '../FuzzTarget.ts';
import { hostileJson } from '../hostileJson.ts';
import { hostileText } from '../hostileText.ts';
import { type Recipe, textOf } from '../recipe.ts';
import { must } from './must.ts';

const colours = {
  words: [
    '\u001b[',
    '1m',
    '38;5;9m',
    ';',
    'm',
    '\u001b]8;;',
    '\u0007',
    '\u001b',
    'src/lib.rs:1:2',
    '.rs',
    ':',
    '1',
    '/',
    'a',
  ],
  samples: ['\u001b[1m\u001b[91merror\u001b[0m: src/lib.rs:1:2\n'],
  most: 64 * 1024,
};
const generated = {
  words: [
    ...[
      '-- src/lib.rs:1\n',
      '-- my::f\n',
      '/* <begin connected objects> */\n',
      '/* </end connected objects> */\n',
    ],
    ...[
      'CREATE  FUNCTION "f"(',
      ')',
      ' RETURNS INT',
      'CREATE OPERATOR = (',
      'CREATE CAST (',
      '/*',
      '*/',
      "'",
      '\n',
      '$$',
    ],
    ...['DEFAULT ', ',', 'LEFTARG = ', ' ', 'IMMUTABLE', 'CREATE AGGREGATE f('],
  ],
  samples: [
    '/* <begin connected objects> */\n-- src/lib.rs:3\n-- my::f\nCREATE  FUNCTION "f"("x" INT DEFAULT 1) RETURNS INT\nSTRICT\n',
  ],
  most: limits.generatedSqlLength,
};

/** What holds for a text of which the page makes something. */
const text = (name: string, recipes: FuzzTarget['recipes'], take: (text: string) => unknown): FuzzTarget => ({
  name,
  recipes,
  mostMs: pageMs,
  take: (recipe) => take(textOf(recipe)),
});

/** The events that a text holds: a link's are what a container once said. */
function eventsIn(recipe: Recipe): RunEvent[] {
  try {
    const read = z.array(runEvent).safeParse(JSON.parse(textOf(recipe)));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

export const pageTargets: FuzzTarget[] = [
  text('parseServerMessage', hostileJson(serverMessage, 2 * limits.clientFrameBytes), parseServerMessage),
  text(
    'contentInFragment',
    hostileText({
      words: ['v1=', 'v2=', '_', '-', 'A', '/', 'eJw', 'Y2BgYGD', '='],
      samples: [contentFragment({ title: 'a', files: { 'src/lib.rs': 'fn a() {}' }, sql: 'select 1' })],
      most: 600 * 1024,
    }),
    contentInFragment,
  ),
  {
    name: 'content that was inflated',
    recipes: hostileJson(
      z.object({ title: z.string(), files: z.record(z.string(), z.string()) }),
      900 * 1024,
    ),
    mostMs: pageMs,
    take(recipe) {
      // Packed as a link is, so that what is hostile comes to the parser behind it.
      const fragment = contentFragment({ title: '', files: { 'src/lib.rs': textOf(recipe) } });
      const { kind } = contentInFragment(fragment);
      must(kind !== 'none', 'it is seen to be a link');
    },
  },
  {
    name: 'compareRuns',
    recipes: hostileJson(z.array(runEvent), limits.recordedBytes),
    mostMs: pageMs,
    take(recipe) {
      const events = eventsIn(recipe);
      must(compareRuns(events, events).count === 0, 'a run is the same as itself');
      compareMajors([events, [], events.slice(1)]);
      toStory(events as never);
    },
  },
  // As a log shows it: without other escapes, line by line.
  text('styledLine', hostileText(colours), (shown) => {
    for (const line of onlyColours(shown).split('\n')) styledLine(line, () => true);
  }),
  text('onlyColours', hostileText({ ...colours, most: limits.runBytes / 4 }), onlyColours),
  text('sqlEntities', hostileText(generated), (sql) => {
    entityAt(sqlEntities(sql), { file: 'src/lib.rs', line: 1, text: sql });
  }),
  text('sqlUnits', hostileText(generated), sqlUnits),
  text('sqlChanges', hostileText(generated), (sql) => {
    sqlChanges(sql, sql);
    sqlChanges(generated.samples[0] ?? '', sql);
  }),
  text(
    'markLines',
    hostileText({ words: ['a\n', 'b\n', '\n', 'c'], most: limits.generatedSqlLength }),
    (marked) => markLines(marked, [marked, 'a\n\nb']),
  ),
  text(
    'confEntries',
    hostileText({
      words: ['a', ' = ', "'", "''", '\\', '#', '\n', ' ', '.'],
      samples: ["a = 'b' # c\n"],
      most: limits.projectBytes,
    }),
    (conf) => {
      const value = "it's\\";
      const set = confEntries(withSetting(conf, 'my.setting', value)).findLast(
        ({ name }) => name === 'my.setting',
      );
      must(set?.value === value, 'what is set is read');
    },
  ),
  text(
    'splitDescription',
    hostileText({ words: ['a', ' ', '\n', '\u{1f600}'], most: limits.descriptionLength }),
    (all) => {
      const [head, rest] = splitDescription(all);
      must(head.length + rest.length >= all.length - 1, 'nothing is lost');
    },
  ),
  text(
    'errorExcerpt',
    hostileText({ words: ['a', '\n', '\t', '\u{1f600}', '\u0301'], most: limits.sqlBytes }),
    (sql) => {
      for (const position of [1, sql.length, 1e9]) errorExcerpt(sql, position);
    },
  ),
  {
    name: 'eventLines',
    recipes: hostileJson(runEvent, limits.runBytes / 4),
    mostMs: pageMs,
    async take(recipe) {
      const bytes = new TextEncoder().encode(`${textOf(recipe)}\n`);
      let events = 0;
      for await (const _ of eventLines(new Blob([bytes]).stream())) events += 1;
      must(events <= bytes.length, 'it ends');
    },
  },
];
