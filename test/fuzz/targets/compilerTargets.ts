import { z } from 'zod';
import { type Diagnostic, runEvent } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { parseJson } from '../../../server/base/parseJson.ts';
import { defaultBuildLimits } from '../../../server/build/buildLimits.ts';
import { CargoMessages } from '../../../server/build/cargo/CargoMessages.ts';
import { LineReader } from '../../../server/build/cargo/LineReader.ts';
import { LogText } from '../../../server/build/cargo/LogText.ts';
import { ProjectPlaces } from '../../../server/build/cargo/ProjectPlaces.ts';
import { rustcMessage } from '../../../server/build/cargo/rustcMessage.ts';
import { toDiagnostic } from '../../../server/build/cargo/toDiagnostic.ts';
import { plainVerdict } from '../../../server/build/steps/plainVerdict.ts';
import { rustfmtDiagnostic } from '../../../server/build/steps/rustfmtDiagnostic.ts';
import { type FuzzTarget, serverMs } from '../FuzzTarget.ts';
import { hostileBytes } from '../hostileBytes.ts';
import { hostileJson } from '../hostileJson.ts';
import { hostileText } from '../hostileText.ts';
import { chunksOf, textOf } from '../recipe.ts';
import { must } from './must.ts';

const files = { 'src/lib.rs': 'fn a() {}\n'.repeat(100), 'Cargo.toml': '[package]\n' };

/** A diagnostic is an event: what the page would refuse must not be made, and what is sent is bounded. */
function checked(diagnostic: Diagnostic | null): void {
  if (diagnostic === null) return;
  runEvent.parse(diagnostic);
  must(JSON.stringify(diagnostic).length < 2 * defaultBuildLimits.diagnosticBytes, 'a diagnostic is bounded');
}

function cargoMessages(): CargoMessages {
  const nothing = () => {};
  const listener = { diagnostic: checked, other: nothing, ended: nothing, unread: nothing };
  return new CargoMessages(new ProjectPlaces(files), 'mark', listener);
}

const cargoLine = z.union([
  z.object({ reason: z.literal('compiler-message'), message: rustcMessage }),
  rustcMessage.extend({ $message_type: z.literal('diagnostic') }),
  z.object({ playground: z.literal('mark'), code: z.int() }),
  z.object({ reason: z.enum(['compiler-artifact', 'build-script-executed']) }),
]);

export const compilerTargets: FuzzTarget[] = [
  {
    name: 'CargoMessages',
    recipes: hostileJson(cargoLine, defaultBuildLimits.lineBytes),
    mostMs: serverMs,
    take(recipe) {
      const messages = cargoMessages();
      messages.take(textOf(recipe).slice(0, defaultBuildLimits.lineBytes));
    },
  },
  {
    name: 'cargo lines',
    recipes: hostileText({
      words: [
        '{}\n',
        '{',
        '}',
        '\n',
        '{"reason":"x"}\n',
        '{"$message_type":""}\n',
        '[]\n',
        'warning',
        '"',
        ' ',
      ],
      most: 256 * 1024,
    }),
    mostMs: serverMs,
    take(recipe) {
      const messages = cargoMessages();
      for (const line of textOf(recipe).split('\n')) messages.take(line);
    },
  },
  {
    name: 'toDiagnostic',
    recipes: hostileJson(rustcMessage, defaultBuildLimits.lineBytes / 4),
    mostMs: serverMs,
    take(recipe) {
      // Deeper or longer, the server does not read it, which is what the target CargoMessages tries.
      const json = parseJson(textOf(recipe));
      const message = rustcMessage.safeParse(json.ok ? json.value : null);
      if (message.success) checked(toDiagnostic(message.data, new ProjectPlaces(files)));
    },
  },
  {
    name: 'LineReader',
    recipes: hostileBytes(['\n', '\r\n', 'a', '\xc3\xa9', '\xf0\x9f\x98\x80'], ['a\nb\n'], 1024 * 1024),
    mostMs: serverMs,
    take(recipe) {
      const reader = new LineReader(1000);
      const bounded = (line: string) => must(line.length <= 1000, 'a line is bounded');
      for (const chunk of chunksOf(recipe)) for (const line of reader.take(chunk)) bounded(line);
      bounded(reader.end());
    },
  },
  {
    name: 'LogText',
    recipes: hostileBytes(['\n', 'a', '\xf0\x9f\x98\x80', '\xc3'], ['a\nb\n'], 1024 * 1024),
    mostMs: serverMs,
    take(recipe) {
      using log = new LogText('stdout', (event) => {
        must(event.type === 'log' && event.text.length <= limits.textLength, 'a piece is bounded');
      });
      for (const chunk of chunksOf(recipe)) log.take(chunk);
    },
  },
  {
    name: 'rustfmtDiagnostic',
    recipes: hostileText({
      words: ['error', ': ', '\n', ' --> <stdin>:1:1', '<stdin>', ':', '9', '[', ']', '\u001b[', 'a', ' '],
      samples: ['error: expected one of `!` or `::`\n --> <stdin>:3:4\n  |\n'],
      most: 256 * 1024,
    }),
    mostMs: serverMs,
    take: (recipe) => checked(rustfmtDiagnostic('src/lib.rs', files['src/lib.rs'], textOf(recipe))),
  },
  {
    name: 'plainVerdict',
    recipes: hostileText({
      words: [
        ...[
          'running 1 test\n',
          'test a ... ',
          'ok\n',
          'FAILED\n',
          'ignored, \n',
          'failures:\n',
          '\n',
          '    a\n',
        ],
        ...[
          'test result: ',
          'ok. 0 passed; 0 failed; 1 ignored',
          'panicked at ',
          'successes:\n\n',
          ' ',
          'note: ',
        ],
      ],
      samples: [
        '\nrunning 1 test\ntest tests::a ... FAILED\n\nfailures:\n\n    a\n\ntest result: FAILED. 0 passed\n',
      ],
      most: 64 * 1024,
    }),
    mostMs: serverMs,
    take(recipe) {
      for (const code of [0, 1, 137]) plainVerdict(textOf(recipe), { code, ms: 1 }, () => null);
    },
  },
];
