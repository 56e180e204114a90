'use client';
import { Dialog } from 'radix-ui';
import { useLayout } from '../page/layoutStore.ts';
import { usePage } from '../page/usePage.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { PortPlanView } from './PortPlanView.tsx';
import { usePortPlan } from './usePortPlan.ts';

const close = () => useLayout.setState({ dialog: null });

/** Shows what porting the project to this server's pgrx changes, before it does, and what is left to do by hand. */
export function PortDialog() {
  const open = useLayout((state) => state.dialog === 'port');
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) close();
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-canvas opacity-60" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[8vh] left-1/2 z-50 flex max-h-[84vh] w-[min(48rem,calc(100vw-2rem))] -translate-x-1/2 flex-col overflow-hidden rounded-lg bg-pane shadow-float"
        >
          <PortContent />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PortContent() {
  const pgrx = useSession((state) => state.versions?.pgrx ?? '');
  const plan = usePortPlan();
  const workspace = useWorkspaceStore();
  const { reveal } = usePage();
  const ready = plan !== null && plan !== 'failed' ? plan : null;
  return (
    <>
      <Dialog.Title className="px-4 pt-4 pb-2 font-semibold">Port to pgrx {pgrx}</Dialog.Title>
      <ScrollRegion
        as="section"
        aria-label="Changes"
        className="min-h-0 flex-1 space-y-3 overflow-y-auto border-line border-y px-4 py-3"
      >
        {ready ? (
          <PortPlanView
            plan={ready}
            onReveal={(file, line, column) => {
              close();
              reveal(file, line, column);
            }}
          />
        ) : (
          <p role="status" className="text-muted">
            {plan === 'failed'
              ? 'This part of the page couldn’t be loaded. Close it and try again.'
              : 'Looking…'}
          </p>
        )}
      </ScrollRegion>
      <div className="flex min-h-12 flex-wrap items-center gap-3 px-4 py-2">
        {ready && ready.changes.length > 0 && (
          <button
            type="button"
            onClick={() => {
              workspace.getState().replaceFiles(ready.files);
              close();
            }}
            className="h-7 rounded bg-run px-3 font-medium text-on-rust hover:bg-run-hover"
          >
            Apply changes
          </button>
        )}
        <TextButton onClick={close}>{ready && ready.changes.length === 0 ? 'Close' : 'Cancel'}</TextButton>
      </div>
    </>
  );
}
