'use client';
import { useMemo, useRef } from 'react';
import { defaultMajor } from '../../../protocol/versions.ts';
import { browserStorage } from '../../browser/browserStorage.ts';
import { usePage } from '../../page/usePage.ts';
import { useSessionStore } from '../../session/SessionProvider.tsx';
import { copyText } from '../../ui/copyText.ts';
import { sameProject } from '../../workspace/sameProject.ts';
import { useWorkspaceStore } from '../../workspace/WorkspaceProvider.tsx';
import type { WorkspaceContent } from '../../workspace/workspaceState.ts';
import { postSnippet } from '../api/postSnippet.ts';
import { resultToKeep } from '../copy/resultToKeep.ts';
import { useShared } from '../link/SharedProvider.tsx';
import { addOwnLink } from './ownLinks.ts';
import { type ShownLink, useShare } from './shareStore.ts';

/** A link and all that was shared under it, so that the same is not shared under two. */
interface SharedBefore {
  link: KnownLink;
  content: Pick<WorkspaceContent, 'files' | 'sql' | 'postgres' | 'pgrx' | 'title'>;
  description: string;
}

type KnownLink = Omit<ShownLink, 'already'>;

export interface Sharing {
  /** The link that all of what is on the page has already; null where sharing would make another. */
  known(): KnownLink | null;
  /** Keeps what is on the page under a link, and copies that. */
  share(): Promise<void>;
  /** The same once it has been run. */
  runThenShare(): Promise<void>;
  /** Ends what is under way. A link that the server has made meanwhile stays unknown. */
  callOff(): void;
}

/** Sharing, for the one panel of a page. */
export function useSharing(): Sharing {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  const shared = useShared();
  const { runProject, untilRunEnds } = usePage();
  const before = useRef<SharedBefore | null>(null);
  const sending = useRef<AbortController | null>(null);
  before.current ??= shared && {
    link: { id: shared.link.snippet.id, address: '', recorded: shared.recorded !== null, remembered: true },
    content: { ...shared.link.snippet, pgrx: shared.link.pgrx },
    description: shared.link.snippet.description,
  };

  return useMemo(() => {
    async function show(link: ShownLink): Promise<void> {
      const whole = { ...link, address: `${location.origin}/s/${link.id}` };
      // Where the panel was closed meanwhile, this is what it was waited for.
      useShare.setState({
        panel: 'share',
        copyNote: null,
        stage: { kind: 'shared', link: whole, copied: null },
      });
      const copied = await copyText(whole.address);
      useShare.setState(({ stage }) => (stage.kind === 'shared' ? { stage: { ...stage, copied } } : {}));
    }

    function known(): KnownLink | null {
      const state = workspace.getState();
      const { description } = useShare.getState();
      const last = before.current;
      const same =
        last &&
        sameProject(last.content, state, defaultMajor(session.getState().versions)) &&
        last.content.title === state.title &&
        (last.description === description || description === '') &&
        (last.link.recorded || resultToKeep(session.getState(), state).kind === 'none');
      return same ? last.link : null;
    }

    async function share(): Promise<void> {
      if (useShare.getState().stage.kind === 'sending') return;
      const state = workspace.getState();
      const { files, sql, postgres, pgrx, title, parent } = state;
      const { description } = useShare.getState();
      const result = resultToKeep(session.getState(), state);
      const there = known();
      if (there) return show({ ...there, already: true });

      const ending = new AbortController();
      sending.current = ending;
      useShare.setState({ stage: { kind: 'sending' } });
      const posted = await postSnippet(
        {
          title,
          description,
          files,
          sql,
          ...(state.starter.lock === undefined ? {} : { lock: state.starter.lock }),
          ...(postgres === null ? {} : { postgres }),
          ...(pgrx === null ? {} : { pgrx }),
          ...(parent === null ? {} : { parent }),
          ...(result.kind === 'run' ? { session: result.session, run: result.run } : {}),
        },
        ending.signal,
      );
      if (!posted) return;
      if (!posted.ok)
        return useShare.setState({ panel: 'share', stage: { kind: 'failed', failure: posted.error } });
      const { id, secret, recorded } = posted.value;
      const remembered = addOwnLink(browserStorage('local'), { id, title, secret, at: Date.now() });
      const link = { id, address: '', recorded, remembered };
      before.current = { link, content: { files, sql, postgres, pgrx, title }, description };
      workspace.getState().setParent(id);
      await show({ ...link, already: false });
    }

    return {
      known,
      share,
      async runThenShare() {
        useShare.setState({ stage: { kind: 'running' } });
        // A run that was not taken has said why where runs do.
        if (runProject() === 'refused') return useShare.setState({ stage: { kind: 'idle' } });
        await untilRunEnds();
        if (useShare.getState().stage.kind === 'running') await share();
      },
      callOff() {
        sending.current?.abort();
        useShare.setState({ stage: { kind: 'idle' } });
      },
    };
  }, [workspace, session, runProject, untilRunEnds]);
}
