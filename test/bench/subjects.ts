import type { ProjectFiles } from '../../protocol/project.ts';

/** A crate to be edited and run: `files(n)` is it after the nth edit, `sql` asks it for one row. */
export interface Subject {
  name: string;
  sql: string;
  files(edit: number): ProjectFiles;
}

/** As long as that of any other edit: rustc compiles anew whatever an edit moves, and no way shall have more of that. */
const digits = (edit: number) => String(1_000_000 + edit);

/** The starter's one function, with one line changed. */
export const hello: Subject = {
  name: 'starter, one-line edit',
  sql: 'select hello_my_extension();',
  files: (edit) => ({
    'src/lib.rs': `use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

#[pg_extern]
fn hello_my_extension() -> &'static str {
    "Hello, edit ${digits(edit)}"
}
`,
  }),
};

const functions = Array.from(
  { length: 50 },
  (_, n) => `
#[pg_extern(immutable, parallel_safe)]
fn shift_${n}(p: Point3, by: f64) -> Point3 {
    Point3 { x: p.x + by, y: p.y + ${n}.0, z: p.z }
}
`,
).join('');

/** A custom type and fifty functions on it. */
const library = (edit: number) => `use pgrx::prelude::*;
use serde::{Deserialize, Serialize};

::pgrx::pg_module_magic!(name, version);

#[derive(PostgresType, Serialize, Deserialize, Debug, Clone)]
pub struct Point3 { x: f64, y: f64, z: f64 }

#[pg_extern]
fn edit() -> i32 { ${digits(edit)} }
${functions}`;

const sql = `select shift_7('{"x":1,"y":2,"z":3}', 1);`;

/** What a real extension's first week looks like, with one line changed. */
export const typeAndFifty: Subject = {
  name: 'custom type and 50 functions',
  sql,
  files: (edit) => ({ 'src/lib.rs': library(edit) }),
};

/** The same with lines added before its functions, other ones than in the edit before. */
export const typeAndFiftyMoved: Subject = {
  name: 'the same, all lines moved',
  sql,
  files: (edit) => ({ 'src/lib.rs': `${'\n'.repeat(1 + (edit % 47))}${library(0)}` }),
};
