import type { MajorFact, MajorStep } from './compareMajors.ts';
import { markLines } from './markLines.ts';

/** One step on all majors: folded where it is the same on each, else with what differs in columns. */
export function StepView({ step, majors }: { step: MajorStep; majors: readonly number[] }) {
  const { name, facts, same } = step;
  const statement = facts.find(({ what }) => what === 'statement');
  const sql =
    statement?.texts
      .find((text) => text)
      ?.trim()
      .split('\n')[0] ?? '';
  return (
    <details open={!same} className="mt-2 border-line border-t pt-1">
      <summary className="cursor-pointer truncate">
        <span className="font-medium">{name}</span>{' '}
        <span className={same ? 'text-muted' : 'font-medium text-rust'}>
          {same ? 'same on all versions' : 'differs'}
        </span>{' '}
        {sql !== '' && <code className="text-muted">{sql}</code>}
      </summary>
      {facts
        .filter((fact) => !fact.same || same)
        .map((fact) => (
          <FactView key={fact.what} fact={fact} majors={majors} />
        ))}
    </details>
  );
}

function FactView({ fact, majors }: { fact: MajorFact; majors: readonly number[] }) {
  const { what, texts, same } = fact;
  if (same)
    return (
      <div className="py-1">
        <p className="text-muted text-small">{what}</p>
        <FactText text={texts[0] ?? null} texts={texts} />
      </div>
    );
  return (
    <div className="py-1">
      <p className="text-muted text-small">{what}: differs</p>
      <dl className="grid auto-cols-fr grid-flow-col gap-2 phone:grid-flow-row">
        {majors.map((major, index) => (
          <div key={major} className="min-w-0">
            <dt className="text-pg text-small">Postgres {major}</dt>
            <dd className="rounded-sm border border-line px-2 py-1">
              <FactText text={texts[index] ?? null} texts={texts} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The lines that not all have are marked by a sign and a word for those who hear it, not by colour alone. */
function FactText({ text, texts }: { text: string | null; texts: readonly (string | null)[] }) {
  if (text === null) return <span className="text-faint italic">not reached</span>;
  if (text === '') return <span className="text-faint italic">nothing</span>;
  return (
    <pre className="whitespace-pre-wrap [overflow-wrap:anywhere] [unicode-bidi:isolate]">
      {markLines(text, texts).map((line, index) =>
        'skipped' in line ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat, places do not
          <span key={index} className="block text-faint italic">
            … {line.skipped} identical lines
          </span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat, places do not
          <span key={index} className={`block ${line.common ? '' : 'bg-hover'}`}>
            {!line.common && (
              <>
                <span aria-hidden className="select-none text-rust">
                  ≠{' '}
                </span>
                <span className="sr-only">Only here: </span>
              </>
            )}
            {line.text}
          </span>
        ),
      )}
    </pre>
  );
}
