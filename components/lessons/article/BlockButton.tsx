import { Check, CornerDownRight } from 'lucide-react';
import { useState } from 'react';

interface BlockButtonProps {
  label: string;
  /** Said instead where the block is there already. */
  thereLabel: string;
  there: boolean;
  /** Puts the block where it belongs; what forbids it is returned in words. */
  onPut: () => string | null;
}

/** The button by which a block of the text gets to where it belongs, and what keeps it from there. */
export function BlockButton({ label, thereLabel, there, onPut }: BlockButtonProps) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <>
      {problem && (
        <span role="status" className="text-warn">
          {problem}
        </span>
      )}
      <button
        type="button"
        aria-disabled={there}
        onClick={() => {
          if (!there) setProblem(onPut());
        }}
        className="inline-flex items-center gap-1 rounded px-1.5 text-pg hover:bg-hover aria-disabled:cursor-default aria-disabled:text-muted pointer-coarse:py-2"
      >
        {there ? <Check aria-hidden size={13} /> : <CornerDownRight aria-hidden size={13} />}
        {there ? thereLabel : label}
      </button>
    </>
  );
}
