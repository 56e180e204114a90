import type { ReactNode } from 'react';

/** The line above a pane. */
export function PaneHeader({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <div className={`flex h-8 shrink-0 items-center gap-2 border-line border-b bg-canvas px-3 ${className}`}>
      {children}
    </div>
  );
}
