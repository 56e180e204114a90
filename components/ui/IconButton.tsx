import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'title'> & {
  icon: LucideIcon;
  /** What it does: told to screen readers and shown on hovering. */
  label: string;
};

/** A button that is only an icon. */
export function IconButton({ icon: Icon, label, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-flex size-6 shrink-0 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink disabled:opacity-40 disabled:hover:bg-transparent aria-pressed:bg-hover aria-pressed:text-ink pointer-coarse:size-9 ${className}`}
      {...rest}
    >
      <Icon aria-hidden size={15} strokeWidth={1.75} />
    </button>
  );
}
