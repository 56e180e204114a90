import { DropdownMenu } from 'radix-ui';
import type { ComponentProps } from 'react';
import { KeyHint } from './KeyHint.tsx';

type MenuItemProps = ComponentProps<typeof DropdownMenu.Item> & { keys?: string };

/** One line of a menu, with the keys that do the same. */
export function MenuItem({ keys, children, className = '', ...rest }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      className={`flex cursor-default select-none items-center gap-3 rounded px-2 py-1 outline-none data-highlighted:bg-hover data-disabled:opacity-50 pointer-coarse:py-2.5 ${className}`}
      {...rest}
    >
      <span className="flex min-w-0 flex-1 items-center gap-2">{children}</span>
      {keys && <KeyHint keys={keys} />}
    </DropdownMenu.Item>
  );
}
