import { majorName, type Versions } from '../../protocol/versions.ts';

/** A choice of one major, within a sentence. */
export function MajorSelect({
  label,
  postgres,
  value,
  onPick,
}: {
  label: string;
  postgres: Versions['postgres'];
  value: number;
  onPick: (major: number) => void;
}) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onPick(Number(event.target.value))}
      className="rounded border border-line-strong bg-pane px-1 py-0.5 text-ink"
    >
      {postgres
        .toSorted((a, b) => a.major - b.major)
        .map(({ major }) => (
          <option key={major} value={major}>
            Postgres {majorName(major, { postgres })}
          </option>
        ))}
    </select>
  );
}
