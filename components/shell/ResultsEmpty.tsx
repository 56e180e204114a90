import { KeyHint } from '../ui/KeyHint.tsx';

/** The results before the first run. */
export function ResultsEmpty() {
  return (
    <div className="max-w-prose space-y-2 px-3 py-3 text-muted">
      <p>
        <b className="font-medium text-ink">Run</b> compiles the extension, installs it into your own
        Postgres, and runs the SQL. It takes about a second. <KeyHint keys="Mod+Enter" />
      </p>
      <p>Results, notices, and errors appear here in order.</p>
    </div>
  );
}
