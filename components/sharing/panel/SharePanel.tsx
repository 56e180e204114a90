'use client';
import { Share2 } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useRef } from 'react';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { CopyAs } from './CopyAs.tsx';
import { OwnLinks } from './OwnLinks.tsx';
import { SharedNote } from './SharedNote.tsx';
import { ShareForm } from './ShareForm.tsx';
import { openShare, useShare } from './shareStore.ts';
import { useSharing } from './useSharing.ts';

const tab =
  'rounded px-2 py-1 text-muted hover:bg-hover aria-pressed:bg-hover aria-pressed:font-medium aria-pressed:text-ink';

/** Share, and the panel below it: what is said with the project, the link, and the links made here before. */
export function SharePanel() {
  const panel = useShare((state) => state.panel);
  const stage = useShare((state) => state.stage);
  const sharing = useSharing();
  const cameFrom = useRef<Element | null>(null);
  return (
    <Popover.Root
      open={panel !== null}
      onOpenChange={(open) => (open ? openShare('share') : useShare.setState({ panel: null }))}
    >
      <Popover.Trigger
        title="Share"
        className="inline-flex items-center gap-1.5 rounded px-1.5 py-0.5 text-muted hover:bg-hover hover:text-ink pointer-coarse:min-h-9"
      >
        <Share2 aria-hidden size={13} strokeWidth={1.75} />
        <span className="phone:sr-only">Share</span>
        <KeyHint keys="Mod+S" className="hidden xl:inline" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label="Share"
          onOpenAutoFocus={(event) => {
            cameFrom.current = document.activeElement;
            const first = event.target instanceof Element && event.target.querySelector('input');
            if (!first) return;
            event.preventDefault();
            first.focus();
          }}
          // Copying where there is no https moves the focus for a moment.
          onFocusOutside={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => {
            // Opened by its key, it leaves the person where they were: in the editor.
            if (!(cameFrom.current instanceof HTMLElement) || !cameFrom.current.isConnected) return;
            event.preventDefault();
            cameFrom.current.focus();
          }}
          className="z-50 max-h-[min(36rem,80vh)] w-[min(26rem,calc(100vw-16px))] overflow-y-auto rounded-md bg-pane p-3 text-ink shadow-float"
        >
          <div className="mb-2 flex gap-1">
            <button
              type="button"
              aria-pressed={panel !== 'links'}
              onClick={() => openShare('share')}
              className={tab}
            >
              Share
            </button>
            <button
              type="button"
              aria-pressed={panel === 'links'}
              onClick={() => openShare('links')}
              className={tab}
            >
              My links
            </button>
          </div>
          {panel === 'links' ? (
            <OwnLinks />
          ) : stage.kind === 'shared' ? (
            <SharedNote link={stage.link} copied={stage.copied} />
          ) : (
            <ShareForm sharing={sharing} />
          )}
          {panel === 'share' && (
            <CopyAs link={(stage.kind === 'shared' ? stage.link : sharing.known())?.id ?? null} />
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
