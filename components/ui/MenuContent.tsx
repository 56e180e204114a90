import { DropdownMenu } from 'radix-ui';
import type { ComponentProps } from 'react';

/** The surface of a menu. */
export function MenuContent({ className = '', ...rest }: ComponentProps<typeof DropdownMenu.Content>) {
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        sideOffset={4}
        collisionPadding={8}
        className={`z-50 min-w-40 max-w-80 rounded-md bg-pane p-1 text-ink shadow-float ${className}`}
        {...rest}
      />
    </DropdownMenu.Portal>
  );
}
