'use client';
import { useCallback } from 'react';
import { defaultMajor } from '../../../protocol/versions.ts';
import { useSessionStore } from '../../session/SessionProvider.tsx';
import { isRunning } from '../../session/state/isRunning.ts';
import { copyText } from '../../ui/copyText.ts';
import { sameProject } from '../../workspace/sameProject.ts';
import { useWorkspaceStore } from '../../workspace/WorkspaceProvider.tsx';
import { type CopyForm, copyForms } from '../copy/copyAs.ts';
import { useShare } from './shareStore.ts';

/** Over this, programs that pass addresses on begin to cut them. */
const longAddress = 32_000;

/** Copies what is on the page in a form, and says so in the panel below Share. `link` is one that has all of it. */
export function useCopyAs(link: string | null): (form: CopyForm) => Promise<void> {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  return useCallback(
    async (form) => {
      const { title, files, sql, postgres, pgrx } = workspace.getState();
      const { current, versions } = session.getState();
      const ofThis =
        current?.request &&
        !isRunning({ current }) &&
        sameProject(current.request, { files, sql, postgres, pgrx }, defaultMajor(versions));
      const events = ofThis ? current.events : [];
      const text = copyForms[form].write({
        origin: location.origin,
        link,
        title,
        files,
        sql,
        postgres,
        events,
      });
      const copied = await copyText(text);
      useShare.setState({ copyNote: copied ? noteOf(form, text) : refused });
    },
    [workspace, session, link],
  );
}

const refused = 'The browser doesn’t let this page copy text.';

function noteOf(form: CopyForm, text: string): string {
  if (form !== 'whole') return `Copied as ${copyForms[form].name}.`;
  const size = `${Math.max(1, Math.round(text.length / 1000))} kB`;
  return text.length > longAddress
    ? `Copied a ${size} link. Many programs cut off links of this length; use “Copy link” for a short one.`
    : `Copied a ${size} link that contains the code; nothing is stored on the server.`;
}
