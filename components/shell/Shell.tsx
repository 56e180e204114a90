'use client';
import { useEffect } from 'react';
import { DropTarget } from '../archive/DropTarget.tsx';
import { useArchives } from '../archive/useArchives.ts';
import { useLesson } from '../lessons/LessonProvider.tsx';
import { useLayout } from '../page/layoutStore.ts';
import { CommandPalette } from '../palette/CommandPalette.tsx';
import { ShortcutList } from '../palette/ShortcutList.tsx';
import { LiveRegion } from '../runs/LiveRegion.tsx';
import { OpenedBar } from '../sharing/address/OpenedBar.tsx';
import { LinkBar } from '../sharing/link/LinkBar.tsx';
import { useKeepTestRuns } from '../testRunner/testRuns.ts';
import { useFollowTyping } from '../typing/useFollowTyping.ts';
import { useRememberVersions } from '../upgrade/useRememberVersions.ts';
import { useShortcuts } from './keys/useShortcuts.ts';
import { Workbench } from './layout/Workbench.tsx';
import { PhoneBar } from './status/PhoneBar.tsx';
import { StatusBar } from './status/StatusBar.tsx';
import { TopBar } from './top/TopBar.tsx';
import { useActions } from './useActions.ts';

const closeDialog = () => useLayout.setState({ dialog: null });

/** The page: a bar, the panels, how things stand, and what opens over it. */
export function Shell() {
  const actions = useActions();
  useRememberVersions();
  const archives = useArchives();
  const phonePane = useLayout((state) => state.phonePane);
  const toolsMaximised = useLayout((state) => state.toolsMaximised);
  const toolsOpen = useLayout((state) => state.toolsOpen);
  const isLesson = useLesson() !== null;
  const dialog = useLayout((state) => state.dialog);
  useShortcuts(actions);
  useKeepTestRuns();
  useFollowTyping();
  useEffect(() => {
    void useLayout.persist.rehydrate();
  }, []);
  return (
    <div
      className="shell flex h-dvh flex-col"
      data-phone-pane={phonePane ?? (isLesson ? 'lesson' : 'code')}
      data-tools={toolsMaximised ? 'maximised' : toolsOpen ? 'open' : 'closed'}
    >
      <TopBar />
      <LinkBar />
      <OpenedBar />
      <main className="flex min-h-0 flex-1 flex-col">
        <Workbench />
      </main>
      <StatusBar />
      <PhoneBar />
      <LiveRegion />
      {!isLesson && <DropTarget onFiles={archives.take} />}
      {dialog === 'palette' && <CommandPalette onClose={closeDialog} actions={actions} />}
      <ShortcutList open={dialog === 'shortcuts'} onClose={closeDialog} actions={actions} />
    </div>
  );
}
