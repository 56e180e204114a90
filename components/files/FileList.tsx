'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ProjectFiles } from '../../protocol/project.ts';
import { focusPane } from '../page/focusPane.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import { isRequired } from '../workspace/fileRules.ts';
import { useWorkspace, useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { FileRow } from './FileRow.tsx';
import { NameField } from './NameField.tsx';

/** The project's files: open, add, rename, delete with a way back. */
export function FileList({ onOpened }: { onOpened?: () => void }) {
  const workspace = useWorkspaceStore();
  const files = useWorkspace((state) => state.files);
  const active = useWorkspace((state) => state.active);
  const starter = useWorkspace((state) => state.starter);
  const removed = useWorkspace((state) => state.removed);
  const lastRun = useSession((state) => state.current?.request?.files);
  const [naming, setNaming] = useState<{ path: string | null } | null>(null);
  const changed = changedPaths(files, lastRun ?? starter.files);
  const { open, add, rename, remove, undoRemove } = workspace.getState();

  return (
    <nav aria-label="Files" className="py-1">
      <ul>
        {Object.keys(files).map((path) =>
          naming?.path === path ? (
            <li key={path}>
              <NameField
                label={`New name of ${path}`}
                initial={path}
                onName={(name) => rename(path, name)}
                onEnd={() => setNaming(null)}
              />
            </li>
          ) : (
            <FileRow
              key={path}
              path={path}
              active={path === active}
              changed={changed.has(path)}
              removable={!isRequired(files, path)}
              renamable={!isRequired(files, path) || path.endsWith('.control')}
              onOpen={() => {
                open(path);
                onOpened?.();
              }}
              onRename={() => setNaming({ path })}
              onRemove={() => remove(path)}
            />
          ),
        )}
      </ul>
      {naming?.path === null ? (
        <NameField
          label="New file name"
          initial=""
          onName={(name) => {
            const problem = add(name);
            if (!problem) focusPane('code');
            return problem;
          }}
          onEnd={() => setNaming(null)}
        />
      ) : (
        <button
          type="button"
          onClick={() => setNaming({ path: null })}
          className="flex w-full items-center gap-1.5 py-0.5 pl-3 text-left text-muted hover:bg-hover hover:text-ink pointer-coarse:py-2"
        >
          <Plus aria-hidden size={14} /> New file
        </button>
      )}
      {removed && (
        <p role="status" className="mt-2 px-3 text-muted text-small [overflow-wrap:anywhere]">
          Deleted {removed.path}. <TextButton onClick={() => undoRemove()}>Undo</TextButton>
        </p>
      )}
    </nav>
  );
}

/** The files that are new or have other text than in `base`, such as the files of the last run. */
function changedPaths(files: ProjectFiles, base: ProjectFiles): Set<string> {
  return new Set(Object.keys(files).filter((path) => files[path] !== base[path]));
}
