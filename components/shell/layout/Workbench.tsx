'use client';
import { useEffect, useMemo } from 'react';
import { Group, Panel, Separator, useDefaultLayout, usePanelRef } from 'react-resizable-panels';
import { Parts } from '../../page/FeaturesProvider.tsx';
import { useLayout } from '../../page/layoutStore.ts';
import { useIsLesson } from '../../page/lessonPage.tsx';
import { PaneHeader } from '../../ui/PaneHeader.tsx';
import { ToolsPane } from '../tools/ToolsPane.tsx';
import { layoutStorage } from './layoutStorage.ts';
import { useMedia } from './useMedia.ts';

/** The height of the bottom panel's row of tabs, which stays when it is closed. */
const tabsHeight = 32;

/** The panels and how they share the page. On a phone, CSS shows one of them at a time (globals.css). */
export function Workbench() {
  const roomForFiles = useMedia('(min-width: 1024px)', true);
  const isLesson = useIsLesson();
  const filesShown = useLayout((state) => state.filesShown) && roomForFiles && !isLesson;
  const toolsOpen = useLayout((state) => state.toolsOpen);
  const tools = usePanelRef();
  const columnIds = useMemo(
    () => [...(isLesson ? ['pane-lesson'] : filesShown ? ['pane-files'] : []), 'pane-center', 'pane-results'],
    [filesShown, isLesson],
  );
  const columns = useDefaultLayout({
    id: isLesson ? 'lesson' : 'columns',
    panelIds: columnIds,
    storage: layoutStorage,
  });
  const editors = useDefaultLayout({ id: 'editors', storage: layoutStorage });

  useEffect(() => {
    const panel = tools.current;
    if (!panel || toolsOpen !== panel.isCollapsed()) return;
    if (toolsOpen) panel.resize(useLayout.getState().toolsHeight);
    else panel.collapse();
  }, [toolsOpen, tools]);

  return (
    <Group id="rows" orientation="vertical" className="min-h-0 flex-1">
      <Panel id="pane-main" minSize={160}>
        <Group id="columns" defaultLayout={columns.defaultLayout} onLayoutChanged={columns.onLayoutChanged}>
          {isLesson && (
            <>
              <Panel id="pane-lesson" defaultSize="34%" minSize={200}>
                <Parts place="lesson" />
              </Panel>
              <Divider label="Resize lesson" />
            </>
          )}
          {filesShown && (
            <>
              <Panel
                id="pane-files"
                defaultSize={184}
                minSize={120}
                maxSize="40%"
                groupResizeBehavior="preserve-pixel-size"
              >
                <div className="flex h-full flex-col overflow-auto">
                  <PaneHeader>
                    <h2 className="text-muted">Files</h2>
                  </PaneHeader>
                  <Parts place="files" />
                </div>
              </Panel>
              <Divider label="Resize file list" />
            </>
          )}
          <Panel id="pane-center" minSize={isLesson ? 200 : 240}>
            <Group
              id="editors"
              orientation="vertical"
              defaultLayout={editors.defaultLayout}
              onLayoutChanged={editors.onLayoutChanged}
            >
              <Panel id="pane-code" defaultSize="66%" minSize={96}>
                <Parts place="code" />
              </Panel>
              <Divider across label="Resize code and SQL" />
              <Panel id="pane-sql" minSize={80}>
                <Parts place="sql" />
              </Panel>
            </Group>
          </Panel>
          <Divider label="Resize code and results" />
          <Panel id="pane-results" defaultSize={isLesson ? '30%' : '44%'} minSize={isLesson ? 200 : 240}>
            <Parts place="results" />
          </Panel>
        </Group>
      </Panel>
      <Divider across label="Resize panel" />
      <Panel
        id="pane-tools"
        panelRef={tools}
        collapsible
        collapsedSize={tabsHeight}
        minSize={120}
        defaultSize={tabsHeight}
        groupResizeBehavior="preserve-pixel-size"
        onResize={({ inPixels }) => {
          const open = inPixels > tabsHeight + 1;
          useLayout.setState(open ? { toolsOpen: true, toolsHeight: inPixels } : { toolsOpen: false });
        }}
      >
        <ToolsPane />
      </Panel>
    </Group>
  );
}

/** The hairline between two panels, by which they are resized: dragged, or with the arrow keys. */
function Divider({ label, across }: { label: string; across?: boolean }) {
  return (
    <Separator
      aria-label={label}
      className={`relative bg-line outline-none transition-colors hover:bg-line-strong focus-visible:bg-pg data-[separator=active]:bg-pg ${across ? 'h-px focus-visible:h-0.5' : 'w-px focus-visible:w-0.5'}`}
    />
  );
}
