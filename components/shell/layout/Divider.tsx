import { Separator } from 'react-resizable-panels';

/** The hairline between two panels, by which they are resized: dragged, or with the arrow keys. */
export function Divider({ label, across }: { label: string; across?: boolean }) {
  return (
    <Separator
      aria-label={label}
      className={`relative bg-line outline-none transition-colors hover:bg-line-strong focus-visible:bg-pg data-[separator=active]:bg-pg ${across ? 'h-px focus-visible:h-0.5' : 'w-px focus-visible:w-0.5'}`}
    />
  );
}
