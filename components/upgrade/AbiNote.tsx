/** What the feature `unsafe-postgres` of pgrx is for. The code is pgrx 0.19.3's own, src/lib.rs. */
export function AbiNote() {
  return (
    <details>
      <summary className="cursor-pointer">What is unsafe-postgres?</summary>
      <p className="mt-1 max-w-prose">
        Since Postgres 15, a server names its binary interface (ABI). Stock Postgres calls its own
        “PostgreSQL”. When your crate is compiled, pgrx checks the name in the headers:
      </p>
      <pre className="my-1 whitespace-pre-wrap">{check}</pre>
      <p className="max-w-prose">
        For a fork with another name, the crate doesn’t compile without this feature. With it, you vouch for
        the fork’s compatibility yourself. The playground runs stock Postgres, so this error can’t occur here,
        and the feature changes nothing.
      </p>
    </details>
  );
}

const check = `assert!(
    same_cstr(pg_sys::FMGR_ABI_EXTRA, c"PostgreSQL"),
    "Unsupported Postgres ABI. Perhaps you need \`--features unsafe-postgres\`?",
);`;
