import type { ExtensionObject } from '../../protocol/messages/objectMessages.ts';
import { LocationButton } from '../ui/LocationButton.tsx';

interface ObjectRowProps {
  object: ExtensionObject;
  place: { file: string; line: number } | null;
  onReveal: (file: string, line: number, column: number) => void;
}

/** One object: what it is called, what it takes and gives, how Postgres may use it, and its line of Rust. */
export function ObjectRow({ object, place, onReveal }: ObjectRowProps) {
  const { name, signature, returns, volatility, parallel, strict, language, note } = object;
  const labels = [
    volatility,
    strict === null ? null : strict ? 'strict' : 'called on null',
    parallel && `parallel ${parallel}`,
    language && language !== 'c' ? language : null,
  ].filter((label) => label !== null);
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 py-0.5 pl-9 hover:bg-hover">
      <span className="min-w-0 font-mono text-[12.5px] [overflow-wrap:anywhere]">
        <span className="font-medium text-pg">{name}</span>
        {signature}
        {returns && <span className="text-muted"> → {returns}</span>}
      </span>
      {labels.length > 0 && <span className="text-muted text-small">{labels.join(' · ')}</span>}
      {note && <span className="text-muted text-small [overflow-wrap:anywhere]">{note}</span>}
      {place && <LocationButton file={place.file} line={place.line} onReveal={onReveal} />}
    </li>
  );
}
