import { useMemo } from 'react';
import { pinnedPgrx } from '../../protocol/pgrxPins.ts';
import type { ArchiveFormat } from '../../protocol/snippet.ts';
import { defaultMajor } from '../../protocol/versions.ts';
import { pgrxChoice } from '../page/pgrxChoice.ts';
import { useSessionStore } from '../session/SessionProvider.tsx';
import { countOf } from '../ui/format/countOf.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { useArchive } from './archiveStore.ts';
import type { FoundProject } from './projectIn.ts';
import { saveFile } from './saveFile.ts';

export interface Archives {
  take(files: readonly File[]): Promise<void>;
  /** Lets the person choose what to import. */
  choose(): void;
  download(format: ArchiveFormat): Promise<void>;
}

/** Importing projects and files, which can be undone, and taking the project home. */
export function useArchives(): Archives {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  return useMemo(() => {
    async function take(files: readonly File[]): Promise<void> {
      if (files.length === 0) return;
      useArchive.setState({ reading: true, note: null });
      // The libraries that unpack are not for everybody who opens the page.
      const { importFiles, readGiven } = await import('./importFiles.ts');
      const given = await readGiven(files);
      const found = given.ok ? await importFiles(given.value, workspace.getState()) : given;
      const note = found.ok ? doneNote(found.value) : { problem: true, text: found.error.message };
      useArchive.setState({ reading: false, note });
      if (!found.ok) return;
      const { files: read, sql, name } = found.value;
      const title = name || (files[0]?.name ?? '');
      workspace.getState().reset({ files: read, sql: sql ?? '', title, imported: true });
    }

    return {
      take,
      choose() {
        const input = document.createElement('input');
        input.type = 'file';
        input.multiple = true;
        input.addEventListener('change', () => void take([...(input.files ?? [])]));
        input.click();
      },
      async download(format) {
        const { packProject } = await import('../../archive/packProject.ts');
        const { files, sql, postgres, pgrx } = workspace.getState();
        const { versions } = session.getState();
        const choice = versions && pgrxChoice(versions, files, pgrx);
        const { name, bytes } = await packProject(
          {
            files,
            sql,
            postgres: postgres ?? defaultMajor(choice?.versions ?? null) ?? 17,
            pgrx: choice?.current.version ?? pinnedPgrx(files['Cargo.toml'] ?? '')?.replace(/^=/, '') ?? '',
          },
          format,
        );
        saveFile(name, new Blob([bytes], { type: 'application/octet-stream' }));
      },
    };
  }, [workspace, session]);
}

function doneNote({ leftOut }: FoundProject): { problem: boolean; text: string } | null {
  const [first] = leftOut;
  if (!first) return null;
  const rest = leftOut.length > 1 ? `, and ${countOf(leftOut.length - 1, 'other')}` : '';
  return { problem: true, text: `Left out: ${first.path.slice(0, 80)} (${first.why})${rest}.` };
}
