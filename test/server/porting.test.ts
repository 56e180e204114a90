import { afterAll, beforeAll, expect, test } from 'vitest';
import { PGRX_BENCH_VERSION, PGRX_VERSION } from '../../docker/pgrxVersion.mjs';
import { portProject } from '../../porting/portProject.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { oldProjects } from '../support/oldProjects.ts';
import { type Playground, startPlayground } from './playground.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground('porting');
});
afterAll(() => playground[Symbol.asyncDispose]());

const crates = [
  { name: 'pgrx', version: PGRX_VERSION },
  { name: 'pgrx-bench', version: PGRX_BENCH_VERSION },
  { name: 'pgrx-tests', version: PGRX_VERSION },
];

function ported(name: string): ReturnType<typeof portProject> {
  const { postgres } = playground.sandbox;
  return portProject(oldProjects[name] ?? {}, { pgrx: PGRX_VERSION, crates, postgres });
}

async function runs(files: ProjectFiles, script: string): Promise<(string | null)[]> {
  const { end, of } = await playground.run(files, script);
  expect(of('diagnostic').filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(end).toMatchObject({ kind: 'ok' });
  return of('statement').map(({ rows }) => rows.flat().join(' '));
}

test.each([
  [
    'pgrx-0.11',
    "SELECT hello_of_eleven(); SET of_eleven.greeting = 'Ho'; SET of_eleven.loud = on; SELECT greeting(); SELECT count_tables() > 0",
    ['Hello, of_eleven', '', '', 'Ho!', 't'],
  ],
  ['pgrx-0.13', 'SELECT place(1, 2); SELECT keep(7); SELECT keep(8)', ['{"x":1,"y":2}', '1', '2']],
  ['pgrx-0.16', "SELECT * FROM lengths(ARRAY['a', 'bc'])", ['a 1 bc 2']],
])('a project like those of %s runs as soon as it is ported', async (name, script, results) => {
  const { files, findings } = ported(name);
  expect(findings).toEqual([]);
  expect(await runs(files, script)).toEqual(results);
});

/** What a person writes who reads what is left to do. */
const mended: Record<string, [from: string | RegExp, to: string][]> = {
  'pgrx-0.15': [
    [/use pgrx::pgrx_sql_entity_graph::metadata::\{[^}]*\};/, ''],
    [
      /unsafe impl SqlTranslatable for Natural \{[^}]*\}[^}]*\}\n\}/,
      'pgrx::impl_sql_translatable!(Natural, "int4");',
    ],
  ],
  'pgx-0.4': [
    ['-> impl std::iter::Iterator<Item = i32>', "-> SetOfIterator<'static, i32>"],
    ['vec![1, 2, 3].into_iter()', 'SetOfIterator::new(vec![1, 2, 3])'],
    ['use pgrx::*;\n\npg', 'use pgrx::prelude::*;\n\npg'],
  ],
};

test.each([
  ['pgrx-0.15', 'SELECT natural(-5)', ['0'], 'impl_sql_translatable!'],
  ['pgx-0.4', 'SELECT numbers()', ['1 2 3'], 'SetOfIterator'],
])(
  'a project like those of %s runs with what is left to do done as it is told',
  async (name, script, results, hint) => {
    const { files, findings } = ported(name);
    expect(findings).toMatchObject([{ file: 'src/lib.rs', message: expect.stringContaining(hint) }]);
    const before = await playground.run(files, script);
    expect(before.end).toMatchObject({ kind: 'failed' });
    let source = files['src/lib.rs'] ?? '';
    for (const [from, to] of mended[name] ?? []) source = source.replace(from, to);
    expect(await runs({ ...files, 'src/lib.rs': source }, script)).toEqual(results);
  },
);
