'use client';
import { type ReactNode, useMemo } from 'react';
import { usePage } from '../page/usePage.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { sqlEntities } from '../session/sqlEntities.ts';
import { useAsked } from '../session/useAsked.ts';
import { countOf } from '../ui/format/countOf.ts';
import { TextButton } from '../ui/TextButton.tsx';
import { ObjectRow } from './ObjectRow.tsx';
import { objectTree } from './objectTree.ts';
import { placeOfObject } from './placeOfObject.ts';

/** What the installed extension consists of, as Postgres's catalogs have it. */
export function ObjectsPane() {
  const { isFile, reveal } = usePage();
  const { answer, asking, ask } = useAsked('objects.ask', 'objects');
  const sql = useSession((state) => state.generated?.sql ?? '');
  const own = useSession(
    (state) => state.current?.events.findLast((event) => event.type === 'extension')?.name ?? null,
  );
  const entities = useMemo(() => sqlEntities(sql), [sql]);
  const tree = useMemo(() => objectTree(answer?.objects ?? [], own), [answer, own]);

  if (!answer && !asking) return <Note>The extension’s objects appear here after a run.</Note>;
  if (!answer) return <Note>Loading…</Note>;
  if (answer.problem)
    return (
      <Note>
        {answer.problem} <TextButton onClick={ask}>Retry</TextButton>
      </Note>
    );
  if (tree.length === 0) return <Note>No extension is installed in the database.</Note>;
  return (
    <div className="py-1">
      {tree.map(({ extension, count, kinds }, index) => (
        <details key={extension} open={index === 0}>
          <summary className="px-3 py-0.5 hover:bg-hover">
            <span className="font-medium">{extension}</span>{' '}
            <span className="text-muted text-small">{countOf(count, 'object')}</span>
          </summary>
          {kinds.map(({ kind, title, objects }) => (
            <details key={kind} open>
              <summary className="py-0.5 pl-6 text-muted hover:bg-hover">
                {title} <span className="text-small tabular-nums">{objects.length}</span>
              </summary>
              <ul>
                {objects.map((object, at) => {
                  const place = placeOfObject(object, entities);
                  return (
                    <ObjectRow
                      // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
                      key={at}
                      object={object}
                      place={place && isFile(place.file) ? place : null}
                      onReveal={reveal}
                    />
                  );
                })}
              </ul>
            </details>
          ))}
        </details>
      ))}
      {answer.more > 0 && <Note>{countOf(answer.more, 'object')} not shown.</Note>}
      <Note>
        <TextButton onClick={ask} disabled={asking}>
          Refresh
        </TextButton>{' '}
        after changing something in psql.
      </Note>
    </div>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <p className="px-3 py-2 text-muted">{children}</p>;
}
