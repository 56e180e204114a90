import { CornerDownRight } from 'lucide-react';

interface LocationButtonProps {
  file: string;
  line: number;
  column?: number | null;
  /** Where given, the place can be gone to; a place in a dependency cannot. */
  onReveal?: (file: string, line: number, column: number) => void;
}

/** `src/lib.rs:12`, which leads to that line. */
export function LocationButton({ file, line, column, onReveal }: LocationButtonProps) {
  const place = `${file}:${line}${column ? `:${column}` : ''}`;
  if (!onReveal) return <span className="font-mono text-small text-muted">{place}</span>;
  return (
    <button
      type="button"
      title={`Go to ${place}`}
      onClick={() => onReveal(file, line, column ?? 1)}
      className="inline-flex max-w-full items-center gap-1 rounded font-mono text-small text-rust underline decoration-transparent underline-offset-2 hover:decoration-current"
    >
      <span className="truncate">{place}</span>
      <CornerDownRight aria-hidden size={12} className="shrink-0" />
    </button>
  );
}
