import { majorName } from '../../protocol/versions.ts';
import { useSession } from '../session/SessionProvider.tsx';

/** A choice of one major, within a sentence. */
export function MajorSelect({
  label,
  majors,
  value,
  onPick,
}: {
  label: string;
  majors: readonly number[];
  value: number;
  onPick: (major: number) => void;
}) {
  const versions = useSession((state) => state.versions);
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onPick(Number(event.target.value))}
      className="rounded border border-line-strong bg-pane px-1 py-0.5 text-ink"
    >
      {majors
        .toSorted((a, b) => a - b)
        .map((major) => (
          <option key={major} value={major}>
            Postgres {majorName(major, versions)}
          </option>
        ))}
    </select>
  );
}
