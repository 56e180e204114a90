import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProjectFiles } from '../../protocol/project.ts';
import { Attacker } from './support/Attacker.ts';
import { attacked } from './support/attacked.ts';
import { saysOnCargoStdout } from './support/cargoStdout.ts';
import { runningContainers } from './support/ownContainers.ts';

const server = attacked('builds');
/** One session for all: what a run does to the next is tried here too. */
let attacker: Attacker;
beforeAll(async () => {
  attacker = await Attacker.connect(server.url);
  // Its container is there before anything is counted.
  expect(await attacker.run({ files: { 'src/lib.rs': library } })).toMatchObject({ outcome: 'ok' });
});
afterAll(() => attacker?.[Symbol.asyncDispose]());
const run = promisify(execFile);

const library =
  'use pgrx::prelude::*;\npg_module_magic!();\n#[pg_extern]\nfn hello_my_extension() -> &\'static str { "" }\n';
const buildScript = (body: string): ProjectFiles => ({
  'src/lib.rs': library,
  'build.rs': `fn main() { ${body} }`,
});
const says = (body: string) => saysOnCargoStdout({ 'src/lib.rs': library }, body);
/** As it is written between the quotes of Rust. */
const rust = (text: string) => text.replaceAll('"', '\\"');
const place = '"file_name":"a","line_start":1,"line_end":1,"column_start":1,"column_end":1,"is_primary":true';
const message = `{"reason":"compiler-message","message":{"message":"m","level":"error","spans":[{${place},"expansion":`;
/** Writes a message with something so many times in itself, again and again. */
const nested = (open: string, close: string, levels: number) =>
  says(
    `let line = ["${rust(message)}", &"${rust(open)}".repeat(${levels}), "null", &"${rust(close)}".repeat(${levels}), "}]}}\n"].concat(); for _ in 0..20 { if out.write_all(line.as_bytes()).is_err() { break; } }`,
  );

const outputs: [string, ProjectFiles][] = [
  ['a message of cargo’s that is nested five thousand levels', nested('[', ']', 5000)],
  ['expansions in each other', nested(`{"span":{${place},"expansion":`, '}}', 3000)],
  [
    'empty objects without end',
    says(
      'let all = "{}\\n".repeat(100_000); for _ in 0..50 { if out.write_all(all.as_bytes()).is_err() { break; } }',
    ),
  ],
  [
    'messages without sense and without end',
    says(
      'let all = "{\\"reason\\":\\"compiler-message\\"}\\n".repeat(10_000); for _ in 0..50 { if out.write_all(all.as_bytes()).is_err() { break; } }',
    ),
  ],
  [
    'messages of a megabyte',
    says(
      `let text = "a".repeat(1_000_000); for _ in 0..20 { if writeln!(out, "{{\\"reason\\":\\"compiler-message\\",\\"message\\":{{\\"message\\":\\"{}\\",\\"level\\":\\"error\\",\\"spans\\":[]}}}}", text).is_err() { break; } }`,
    ),
  ],
];

it.each(outputs)('a build script that writes %s', async (_what, files) => {
  await server.unharmed(async () => {
    const { outcome, told } = await attacker.run({ files });
    expect(outcome).toMatch(/^(ok|limited)$/);
    // It was heard, and cut.
    expect(told).toMatch(/omitted|"type":"limit"/);
  });
});

const comment: ProjectFiles = { 'src/lib.rs': `${library}${'/* '.repeat(80_000)}` };
const manifest = (text: string): ProjectFiles => ({
  'src/lib.rs': library,
  'Cargo.toml': `[package]\nname = "a"\nversion = "0.0.0"\nedition = "2021"\ndescription = "${text}"\n`,
});

it.each<[string, Parameters<Attacker['run']>[0]]>([
  ['comments that do not end, as tests', { files: comment, mode: 'test' }],
  [
    'comments that do not end, as a lesson',
    { files: comment, mode: 'lessonCheck', lesson: 'first-extension/02-first-function' },
  ],
  ['a Cargo.toml with a bracket and 2,500 blanks', { files: manifest(`[${' '.repeat(2500)}`) }],
  ['a Cargo.toml with a bracket and 200,000 blanks', { files: manifest(`[${' '.repeat(200_000)}`) }],
  ['a Cargo.toml of brackets', { files: manifest('['.repeat(200_000)) }],
  [
    'a Cargo.toml that is nested',
    { files: { 'src/lib.rs': library, 'Cargo.toml': `a = ${'['.repeat(100_000)}` } },
  ],
  [
    'a postgresql.conf of blanks',
    {
      files: {
        'src/lib.rs': library,
        'postgresql.conf': `shared_preload_libraries${' '.repeat(200_000)}x\nshared_preload_libraries = 'my_extension'\n`,
      },
    },
  ],
  ['a script of 65,000 +', { files: { 'src/lib.rs': library }, sql: '+'.repeat(65_000) }],
  ['a script of 65,000 quotes', { files: { 'src/lib.rs': library }, sql: "'".repeat(65_000) }],
])('a run of %s', async (_what, wish) => {
  await server.unharmed(async () => {
    const { outcome } = await attacker.run(wish);
    expect(outcome).toMatch(/^(ok|limited|buildFailed|checksFailed|sqlFailed|failed)$/);
  });
});

it('a build script that leaves a process behind', async () => {
  const files = buildScript(
    'std::process::Command::new("setsid").args(["sh", "-c", "exec sleep 98765 >/dev/null 2>&1 </dev/null"]).spawn().unwrap();',
  );
  await server.unharmed(async () => {
    expect(await attacker.run({ files })).toMatchObject({ outcome: 'ok' });
    const listed = await Promise.all(
      (await runningContainers(server.server.instance)).map((id) =>
        run('docker', ['top', id, '-eo', 'pid,args']),
      ),
    );
    expect(listed.map(({ stdout }) => stdout).join('')).not.toContain('98765');
  });
});

it('a script that kills all there is, which is told as it was', async () => {
  await server.unharmed(async () => {
    const sql = '\\! kill -9 -1\nselect 1;';
    const { outcome, told } = await attacker.run({ files: { 'src/lib.rs': library }, sql });
    expect(outcome).not.toMatch(/^(ok|refused|cut off)/);
    expect(told).not.toMatch(/Postgres was back/);
  });
});
