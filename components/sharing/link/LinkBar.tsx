'use client';
import { versionName } from '../../../protocol/versions.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { isUnedited } from '../../workspace/isUnedited.ts';
import { useWorkspace, useWorkspaceStore } from '../../workspace/WorkspaceProvider.tsx';
import { Description } from './Description.tsx';
import { LinkDownloads } from './LinkDownloads.tsx';
import { ParentChain } from './ParentChain.tsx';
import { useShared } from './SharedProvider.tsx';
import { VersionChanges } from './VersionChanges.tsx';

/** On a link's page: what was shared, when and with what, where it comes from, and whether it has been changed here. */
export function LinkBar() {
  const shared = useShared();
  const workspace = useWorkspaceStore();
  const unedited = useWorkspace(isUnedited);
  if (!shared) return null;
  const { snippet, changes } = shared.link;
  const { postgres, pgrx, rustc } = snippet.madeWith;
  return (
    <ScrollRegion
      as="section"
      aria-label="About this link"
      className="max-h-[30vh] shrink-0 overflow-y-auto border-line border-b px-3 py-1.5"
    >
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 text-muted">
        <span>
          Shared <time dateTime={snippet.createdAt}>{snippet.createdAt.slice(0, 10)}</time>
          <span className="phone:hidden">
            {' '}
            with Postgres {versionName(postgres)} · pgrx {pgrx} · rustc {rustc}
          </span>
        </span>
        <ParentChain parents={snippet.parents} />
        <LinkDownloads id={snippet.id} />
        <span className="ml-auto phone:ml-0" role="status">
          {unedited ? (
            'Editing creates your own copy.'
          ) : (
            <>
              <span className="font-medium text-ink">Your edited copy</span> ·{' '}
              <TextButton onClick={() => workspace.getState().reset()}>Reset to shared version</TextButton>
            </>
          )}
        </span>
      </div>
      <Description text={snippet.description} />
      <VersionChanges changes={changes} />
    </ScrollRegion>
  );
}
