import { outputParts } from '../../../components/lessons/article/outputParts.ts';
import { linkProblems } from '../../../lessons/linkProblems.ts';
import { matchesOutput } from '../../../lessons/matchOutput.ts';
import { outputText } from '../../../lessons/outputText.ts';
import { parseChecks } from '../../../lessons/parseChecks.ts';
import { parseHints } from '../../../lessons/parseHints.ts';
import { parseToml } from '../../../lessons/parseToml.ts';
import { textSteps } from '../../../lessons/textSteps.ts';
import { runEvent } from '../../../protocol/events/events.ts';
import { lessonFile } from '../../../protocol/lesson.ts';
import { limits } from '../../../protocol/limits.ts';
import { hiddenTests } from '../../../server/lessons/hiddenTests.ts';
import { missingLines } from '../../../server/lessons/missingLines.ts';
import { OutputText } from '../../../server/lessons/OutputText.ts';
import { type FuzzTarget, pageMs, serverMs } from '../FuzzTarget.ts';
import { hostileJson } from '../hostileJson.ts';
import { hostileText } from '../hostileText.ts';
import { textOf } from '../recipe.ts';
import { must } from './must.ts';

/** A lesson's author is trusted with the machine's time, so that this is short: what counts is that nothing throws. */
const markdown = {
  words: [
    '# ',
    '## ',
    '```sql\n',
    '```\n',
    '```rust file=src/lib.rs\n',
    '```output\n',
    '[a](../02-b/)',
    '* * *\n',
    '\n',
    '> ',
    '- ',
    'a',
    '`',
    '**',
  ],
  samples: ['## It adds\n\nDoes it?\n\n```sql\nselect 1;\n```\n\n```output\n1\n```\n'],
  most: 4 * 1024,
};

export const lessonTargets: FuzzTarget[] = [
  {
    name: 'lesson text',
    recipes: hostileText(markdown),
    mostMs: pageMs,
    take(recipe) {
      const text = textOf(recipe);
      const report = (line: number, message: string) => {
        must(line >= 1 && message.length < 10_000, 'a problem has a line and is short');
      };
      parseChecks(text, report);
      parseHints(text, report);
      textSteps(text, report);
      linkProblems(text, 'a/01-a', new Set(['a/01-a']), report);
    },
  },
  {
    name: 'lesson.toml',
    recipes: hostileText({
      words: ['title', ' = ', '"', '[', ']', '{', '}', '\n', '1', ',', '.', '#', "'''", 'a'],
      samples: ['title = "A"\nsummary = "B"\nminutes = 5\n'],
      most: 16 * 1024,
    }),
    mostMs: pageMs,
    take: (recipe) => parseToml(textOf(recipe), lessonFile, () => {}),
  },
  {
    name: 'matchesOutput',
    recipes: hostileText({
      words: ['…', 'a', '\n', ' ', 'ab', '…\n', '|'],
      samples: ['a…\n…\nb'],
      most: 16 * 1024,
    }),
    mostMs: serverMs,
    take(recipe) {
      // What came is hostile; what is expected is the lesson's, and short.
      const text = textOf(recipe);
      matchesOutput('a…b\n…\na\n…\nb', text);
      matchesOutput('…a…a…a…b', text);
      missingLines(['a…b', 'not b'], [text], 'it');
      must(matchesOutput(text, text), 'a text matches itself');
    },
  },
  {
    name: 'OutputText',
    recipes: hostileJson(runEvent, 256 * 1024),
    mostMs: serverMs,
    take(recipe) {
      const output = new OutputText();
      try {
        const read = runEvent.safeParse(JSON.parse(textOf(recipe)));
        if (!read.success) return;
        output.emit(read.data);
        outputText([read.data]);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
      }
      must(output.text.length <= limits.textLength + 100, 'it is bounded');
    },
  },
  {
    name: 'hiddenTests',
    recipes: hostileText({
      words: ['#[pg_test]', 'fn a() {}', '"', '/*', '*/', 'r#"', '{', '}'],
      most: 64 * 1024,
    }),
    mostMs: serverMs,
    take: (recipe) => hiddenTests(textOf(recipe)),
  },
  {
    name: 'outputParts',
    recipes: hostileText({
      words: ['a | b', '\n', '\n\n', 'NOTICE: ', '|', '-+-', ' ', '(1 row)'],
      most: limits.textLength,
    }),
    mostMs: pageMs,
    take: (recipe) => outputParts(textOf(recipe), 'select 1'),
  },
];
