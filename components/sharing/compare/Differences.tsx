import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import type { Difference } from './compareRuns.ts';

/** What was recorded and what came now, side by side where there is room. */
export function Differences({
  id,
  count,
  differences,
}: {
  id: string;
  count: number;
  differences: readonly Difference[];
}) {
  return (
    <ScrollRegion
      as="section"
      id={id}
      aria-label="Differences from the recorded result"
      className="max-h-[40vh] overflow-auto border-line border-t bg-pane px-3 py-2"
    >
      <ul className="space-y-3">
        {differences.map(({ step, what, recorded, now }) => (
          <li key={`${step} ${what} ${recorded}`}>
            <p className="mb-1">
              <span className="font-medium">{step}</span>: {what}
            </p>
            <dl className="@container grid grid-cols-2 gap-2 phone:grid-cols-1">
              <Side name="recorded" text={recorded} />
              <Side name="now" text={now} />
            </dl>
          </li>
        ))}
      </ul>
      {count > differences.length && <p className="mt-2 text-muted">and {count - differences.length} more</p>}
    </ScrollRegion>
  );
}

function Side({ name, text }: { name: string; text: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-small">{name}</dt>
      <dd className="max-h-48 overflow-auto rounded-sm border border-line px-2 py-1">
        {text === '' ? (
          <span className="text-faint italic">nothing</span>
        ) : (
          <pre className="whitespace-pre-wrap [overflow-wrap:anywhere] [unicode-bidi:isolate]">{text}</pre>
        )}
      </dd>
    </div>
  );
}
