import type { ProjectFiles } from '../../protocol/project.ts';

/** A crate to be edited and run: `files(n)` is it after the nth edit, `sql` asks it for one row. */
export interface Subject {
  name: string;
  sql: string;
  files(edit: number): ProjectFiles;
}

/** The starter's one function, with one line changed. */
export const hello: Subject = {
  name: 'starter, one-line edit',
  sql: 'select hello_my_extension();',
  files: (edit) => ({
    'src/lib.rs': `use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

#[pg_extern]
fn hello_my_extension() -> &'static str {
    "Hello, edit ${edit}"
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

/** A custom type and fifty functions on it: what a real extension's first week looks like. */
export const typeAndFifty: Subject = {
  name: 'custom type and 50 functions',
  sql: `select shift_7('{"x":1,"y":2,"z":3}', 1);`,
  files: (edit) => ({
    'src/lib.rs': `use pgrx::prelude::*;
use serde::{Deserialize, Serialize};

::pgrx::pg_module_magic!(name, version);

#[derive(PostgresType, Serialize, Deserialize, Debug, Clone)]
pub struct Point3 { x: f64, y: f64, z: f64 }

#[pg_extern]
fn edit() -> i32 { ${edit} }
${functions}`,
  }),
};
