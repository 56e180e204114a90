'use client';
import { useEffect, useId, useRef, useState } from 'react';
import type { PostgresSetting } from '../../protocol/messages/settingMessages.ts';

interface SettingFieldProps {
  name: string;
  value: string;
  /** What Postgres knows of it; null for a setting that only a library defines. */
  known: PostgresSetting | null;
  /** Whether it takes the focus when it comes. */
  focused: boolean;
  onValue(value: string): void;
}

const look =
  'w-52 max-w-full rounded-sm border border-line-strong bg-pane px-1 font-mono text-[12.5px] leading-5 aria-invalid:border-bad';

/** The value of a setting that the project has: taken when it is left, or by Enter; Escape puts the old one back. */
export function SettingField({ name, value, known, focused, onValue }: SettingFieldProps) {
  const [text, setText] = useState(value);
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!focused) return;
    field.current?.focus();
    field.current?.select();
  }, [focused]);
  const choices = known?.type === 'bool' ? ['on', 'off'] : known?.type === 'enum' ? known.allowed : null;
  const take = () => {
    if (text !== value) onValue(text);
  };
  return (
    <>
      <input
        ref={field}
        aria-label={`Value of ${name}`}
        value={text}
        list={choices ? list : undefined}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        className={look}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') setText(value);
        }}
      />
      {choices && (
        <datalist id={list}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </>
  );
}
