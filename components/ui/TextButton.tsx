import type { ComponentProps } from 'react';

/** A button that reads as a part of its sentence. */
export function TextButton({ className = '', ...rest }: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      className={`rounded text-pg underline decoration-from-font underline-offset-2 ${className}`}
      {...rest}
    />
  );
}
