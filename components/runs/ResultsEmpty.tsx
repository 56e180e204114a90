import { KeyHint } from '../ui/KeyHint.tsx';

/** The results before the first run. */
export function ResultsEmpty() {
  return (
    <div className="max-w-prose space-y-2 px-3 py-3 text-muted">
      <p>
        <b className="font-medium text-ink">Run</b> compiles the extension, installs it into a Postgres of
        your own, and runs the SQL against it: about a second. <KeyHint keys="Mod+Enter" />
      </p>
      <p>What Postgres says appears here: results, notices and errors, in their order.</p>
    </div>
  );
}
