'use client';
import { Files, X } from 'lucide-react';
import { Popover, Tabs } from 'radix-ui';
import { useEffect, useState } from 'react';
import { FileList } from '../files/FileList.tsx';
import { useLayout } from '../page/layoutStore.ts';
import { useIsLesson } from '../page/lessonPage.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { openTabs, tabAfterClosing } from './openTabs.ts';

/** The tabs of the files that are open, and the way to all files where their list has no room of its own. */
export function FileTabs() {
  const files = useWorkspace((state) => state.files);
  const active = useWorkspace((state) => state.active);
  const open = useWorkspace((state) => state.open);
  const opened = useLayout((state) => state.openFiles);
  const isLesson = useIsLesson();
  const filesShown = useLayout((state) => state.filesShown) && !isLesson;
  const [listOpen, setListOpen] = useState(false);
  const tabs = openTabs(opened, files, active);
  useEffect(() => {
    useLayout.setState(({ openFiles }) => ({ openFiles: openTabs(openFiles, files, active) }));
  }, [files, active]);

  function close(path: string) {
    const next = tabAfterClosing(tabs, path);
    if (next === null) return;
    useLayout.setState({ openFiles: tabs.filter((tab) => tab !== path) });
    if (path === active) open(next);
  }

  return (
    <div className="flex h-8 shrink-0 items-stretch border-line border-b bg-canvas">
      <Popover.Root open={listOpen} onOpenChange={setListOpen}>
        <Popover.Trigger asChild>
          <IconButton
            icon={Files}
            label="All files"
            className={`mx-1 self-center ${filesShown ? 'lg:hidden' : ''}`}
          />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            align="start"
            sideOffset={4}
            className="z-50 max-h-[70vh] w-64 overflow-auto rounded-md bg-pane shadow-float"
          >
            <FileList onOpened={() => setListOpen(false)} />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <Tabs.List aria-label="Open files" className="flex min-w-0 overflow-x-auto [scrollbar-width:none]">
        {tabs.map((path) => (
          <Tabs.Trigger
            key={path}
            value={path}
            onKeyDown={(event) => {
              if (event.key === 'Delete') close(path);
            }}
            onAuxClick={() => close(path)}
            title={tabs.length > 1 ? `${path} (Delete closes the tab)` : path}
            className="group flex shrink-0 items-center gap-1 border-transparent border-b-2 px-3 text-muted hover:text-ink data-[state=active]:border-rust data-[state=active]:bg-pane data-[state=active]:text-ink"
          >
            {path}
            {tabs.length > 1 && (
              // For the mouse; the keyboard has the Delete key.
              <span
                aria-hidden
                onPointerDown={(event) => {
                  event.preventDefault();
                  event.stopPropagation();
                  close(path);
                }}
                className="-mr-1.5 rounded p-0.5 text-faint opacity-0 hover:bg-hover hover:text-ink group-hover:opacity-100 group-data-[state=active]:opacity-100"
              >
                <X size={12} />
              </span>
            )}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
    </div>
  );
}
