'use client';
import { Tabs } from 'radix-ui';
import { Editor } from '../editor/Editor.tsx';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { FileTabs } from './FileTabs.tsx';
import { useEditorProps } from './useEditorProps.ts';

/** The extension's files: tabs, and the editor of the one that is open. */
export function CodePane() {
  const active = useWorkspace((state) => state.active);
  const open = useWorkspace((state) => state.open);
  const props = useEditorProps();
  return (
    <Tabs.Root value={active} onValueChange={open} className="flex h-full flex-col bg-pane">
      <FileTabs />
      <Tabs.Content value={active} tabIndex={-1} className="min-h-0 flex-1">
        <Editor pane="code" {...props} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
