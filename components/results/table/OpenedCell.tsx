'use client';
import { type ComponentType, useEffect, useState } from 'react';
import type { OpenedValue } from './ValueDialog.tsx';

interface OpenedCellProps {
  opened: OpenedValue;
  onClose(): void;
  /** It is gone: the focus has no place. */
  onClosed(): void;
}

/** The dialog of a value, which is loaded when the first one is opened. */
export function OpenedCell(props: OpenedCellProps) {
  const { opened } = props;
  const [dialog, setDialog] = useState<{ Content: ComponentType<OpenedCellProps> } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it could not be loaded, the next value tries again
  useEffect(() => {
    let gone = false;
    import('./ValueDialog.tsx').then(
      ({ ValueDialog }) => {
        if (!gone) setDialog({ Content: ValueDialog });
      },
      // Not loaded, because the network is away or the server has a newer page: the expanded display has values whole.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [opened]);
  return dialog && <dialog.Content {...props} />;
}
