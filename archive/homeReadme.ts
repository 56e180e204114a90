/** What to do with the project at home: the three commands of pgrx's own documentation, with this project's versions. */
export function homeReadme(
  name: string,
  { postgres, pgrx, sql }: { postgres: number; pgrx: string; sql: string },
): string {
  const script =
    sql.trim() === ''
      ? ''
      : '\n`script.sql` is the SQL that was run with it: `\\i script.sql` in that psql.\n';
  return `# ${name}

A Postgres extension in Rust, written in the pgrx playground with pgrx ${pgrx} and Postgres ${postgres}.

Rust (rustup), a C compiler, libclang and what Postgres needs to be compiled are asked for in pgrx's system requirements. Then:

    cargo install cargo-pgrx --version ${pgrx} --locked
    cargo pgrx init --pg${postgres} download
    cargo pgrx run pg${postgres}

The last one compiles the extension, installs it into that Postgres, and opens psql, where \`CREATE EXTENSION ${name};\` makes it.
${script}`;
}
