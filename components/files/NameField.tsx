'use client';
import { useEffect, useId, useRef, useState } from 'react';
import type { FileProblem } from '../workspace/fileRules.ts';

interface NameFieldProps {
  label: string;
  initial: string;
  /** Takes the name, or says why it cannot be. */
  onName(name: string): FileProblem | null;
  onEnd(): void;
}

/** A file's name while it is typed. Enter takes it; Escape, or leaving it as it was, does not. */
export function NameField({ label, initial, onName, onEnd }: NameFieldProps) {
  const [name, setName] = useState(initial);
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const problemId = useId();

  useEffect(() => {
    field.current?.focus();
    const dot = initial.lastIndexOf('.');
    field.current?.setSelectionRange(initial.lastIndexOf('/') + 1, dot > 0 ? dot : initial.length);
  }, [initial]);

  function take() {
    if (name === initial) return onEnd();
    const refused = onName(name);
    setProblem(refused);
    if (!refused) onEnd();
  }

  return (
    <div className="px-2 py-0.5">
      <input
        ref={field}
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={problem ? problemId : undefined}
        value={name}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        placeholder="src/name.rs"
        onChange={(event) => {
          setName(event.target.value);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') onEnd();
          event.stopPropagation();
        }}
        onBlur={() => {
          if (!problem) onEnd();
        }}
        className="w-full rounded-sm border border-line-strong bg-pane px-1 font-mono text-[12.5px] leading-5 aria-invalid:border-bad"
      />
      {problem && (
        <p id={problemId} role="alert" className="mt-1 text-bad text-small">
          {problem.message}
        </p>
      )}
    </div>
  );
}
