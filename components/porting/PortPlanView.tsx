import { countOf } from '../ui/format/countOf.ts';
import { LocationButton } from '../ui/LocationButton.tsx';
import { DiffLines } from '../ui/text/DiffLines.tsx';
import type { FileChange } from './fileChanges.ts';
import type { PortPlan } from './usePortPlan.ts';

interface PortPlanViewProps {
  plan: PortPlan;
  onReveal(file: string, line: number, column: number): void;
}

/** What is changed, file by file, and then what a person has to change. */
export function PortPlanView({ plan, onReveal }: PortPlanViewProps) {
  const { changes, findings } = plan;
  const byMessage = Map.groupBy(findings, ({ message }) => message);
  return (
    <>
      <section className="space-y-2">
        <h3 className="font-medium">
          {changes.length === 0
            ? 'Nothing to change automatically'
            : `Changes in ${countOf(changes.length, 'file')}`}
        </h3>
        {changes.map((change) => (
          <Change key={change.path} change={change} />
        ))}
      </section>
      <section className="space-y-2">
        <h3 className="font-medium">To change by hand</h3>
        {byMessage.size === 0 ? (
          <p className="text-muted">
            Nothing was found. What the compiler still refuses after this appears in Problems when you run the
            project.
          </p>
        ) : (
          <ul className="space-y-2">
            {[...byMessage].map(([message, places]) => (
              <li key={message}>
                <p className="[overflow-wrap:anywhere]">{message}</p>
                <p className="flex flex-wrap gap-x-3">
                  {places.map(({ file, line }) => (
                    <LocationButton key={`${file}:${line}`} file={file} line={line} onReveal={onReveal} />
                  ))}
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Change({ change: { path, kind, lines } }: { change: FileChange }) {
  return (
    <details open={kind !== 'deleted'}>
      <summary className="font-mono text-small">
        {path} <span className="text-muted">{kind}</span>
      </summary>
      {lines ? (
        <DiffLines lines={lines} />
      ) : (
        <p className="text-muted">The changes are too long to show here.</p>
      )}
    </details>
  );
}
