/** What the feature `unsafe-postgres` of pgrx is for. The code is pgrx 0.19.3's own, src/lib.rs. */
export function AbiNote() {
  return (
    <details>
      <summary className="cursor-pointer">What unsafe-postgres is</summary>
      <p className="mt-1 max-w-prose">
        Since Postgres 15 a server names its binary interface, and Postgres’s own is called “PostgreSQL”. When
        your crate is compiled, pgrx compares the name in the headers:
      </p>
      <pre className="my-1 whitespace-pre-wrap">{check}</pre>
      <p className="max-w-prose">
        A fork with another name does not compile without the feature; with it, you vouch for the fork
        yourself. The Postgres here is the stock one, so this error cannot be had in the playground, and the
        feature changes nothing.
      </p>
    </details>
  );
}

const check = `assert!(
    same_cstr(pg_sys::FMGR_ABI_EXTRA, c"PostgreSQL"),
    "Unsupported Postgres ABI. Perhaps you need \`--features unsafe-postgres\`?",
);`;
