/** What to do with the project at home: the three commands of pgrx's own documentation, with this project's versions. */
export function homeReadme(
  name: string,
  { postgres, pgrx, sql }: { postgres: number; pgrx: string; sql: string },
): string {
  const script =
    sql.trim() === ''
      ? ''
      : '\n`script.sql` is the SQL script of the project. Run it with `\\i script.sql` in psql.\n';
  return `# ${name}

A Postgres extension in Rust, written in the pgrx playground with pgrx ${pgrx} and Postgres ${postgres}.

You need Rust (rustup), a C compiler, libclang, and the build dependencies of Postgres; see pgrx's system requirements. Then run:

    cargo install cargo-pgrx --version ${pgrx} --locked
    cargo pgrx init --pg${postgres} download
    cargo pgrx run pg${postgres}

The last command compiles the extension, installs it, and opens psql. Create the extension there with \`CREATE EXTENSION ${name};\`.
${script}`;
}
