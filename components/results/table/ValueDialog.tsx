'use client';
import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { limits } from '../../../protocol/limits.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { countOf } from '../../ui/format/countOf.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { isCut } from './isCut.ts';
import { valueForms } from './valueForms.ts';

export interface OpenedValue {
  column: string;
  type: string;
  /** From 1. */
  row: number;
  value: string;
}

interface ValueDialogProps {
  opened: OpenedValue;
  onClose(): void;
  /** It is gone, and the focus is to go where it came from. */
  onClosed(): void;
}

/** One value of a result, whole: as text, as JSON where it is that, and as bytes. */
export function ValueDialog({ opened, onClose, onClosed }: ValueDialogProps) {
  const { column, type, row, value } = opened;
  const forms = valueForms(value, type);
  const [chosen, setChosen] = useState(0);
  const form = forms[chosen];
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-canvas opacity-60" />
        <Dialog.Content
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
          className="fixed top-[10vh] left-1/2 z-50 flex max-h-[80vh] w-[min(48rem,calc(100vw-1rem))] -translate-x-1/2 flex-col overflow-hidden rounded-lg bg-pane shadow-float"
        >
          <div className="flex items-center gap-2 border-line border-b px-3 py-2">
            <div className="min-w-0 flex-1">
              <Dialog.Title className="truncate font-mono font-medium">{column}</Dialog.Title>
              <Dialog.Description className="text-muted text-small">
                {type} · row {row} · {countOf(value.length, 'character')}
              </Dialog.Description>
            </div>
            <div className="flex">
              {forms.map(({ name }, index) => (
                <button
                  key={name}
                  type="button"
                  aria-pressed={index === chosen}
                  onClick={() => setChosen(index)}
                  className="rounded px-2 py-1 text-muted hover:bg-hover aria-pressed:bg-hover aria-pressed:font-medium aria-pressed:text-ink pointer-coarse:min-h-9"
                >
                  {name}
                </button>
              ))}
            </div>
            <CopyButton label="Copy value" text={() => form?.text ?? ''} />
            <Dialog.Close asChild>
              <IconButton icon={X} label="Close" />
            </Dialog.Close>
          </div>
          {isCut(value) && (
            <p className="bg-warn-soft px-3 py-1 text-warn">
              The server keeps the first {limits.valueLength / 1024} Ki characters of a value; the rest was
              cut.
            </p>
          )}
          <ScrollRegion
            as="section"
            aria-label={`${column}, row ${row}`}
            className="min-h-24 flex-1 overflow-auto px-3 py-2"
          >
            <pre
              className={`[unicode-bidi:isolate] ${form?.name === 'Bytes' ? '' : 'whitespace-pre-wrap [overflow-wrap:anywhere]'}`}
            >
              {form?.text === '' ? <span className="text-faint italic">empty</span> : form?.text}
            </pre>
          </ScrollRegion>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
