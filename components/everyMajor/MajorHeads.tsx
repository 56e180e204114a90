import { versionName } from '../../protocol/versions.ts';
import { type MajorRun, stateOf } from './majorRun.ts';

/** Where the run on each major is, side by side; on a phone one below the other. */
export function MajorHeads({ runs }: { runs: readonly MajorRun[] }) {
  return (
    <ul className="grid auto-cols-fr grid-flow-col gap-2 phone:grid-flow-row">
      {runs.map((run) => {
        const { text, failed, message } = stateOf(run);
        return (
          <li key={run.major} className="min-w-0 rounded-sm border border-line px-2 py-1">
            <span className="font-medium text-pg">Postgres {versionName(run.version)}</span>{' '}
            <span className={failed ? 'text-bad' : 'text-muted'}>{text}</span>
            {message !== null && <p className="text-muted">{message}</p>}
          </li>
        );
      })}
    </ul>
  );
}
