'use client';
import { ChevronDown, ChevronUp, Maximize2, Minimize2 } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { IconButton } from '../ui/IconButton.tsx';
import { CopyToolText } from './CopyToolText.tsx';
import { useLayout } from './layoutStore.ts';
import type { ToolTab } from './panes.ts';
import { ToolTabTrigger } from './ToolTabTrigger.tsx';
import { toolTabs } from './toolTabs.tsx';

/** What stands below: problems, logs, prompts and more (`toolTabs`). Only its tabs are seen while it is closed. */
export function ToolsPane() {
  const { toolTab, toolsOpen, toolsMaximised } = useLayout();
  const chosen = toolTabs.find(({ id }) => id === toolTab);

  return (
    <Tabs.Root
      value={toolTab}
      onValueChange={(value) => useLayout.setState({ toolTab: value as ToolTab })}
      className="flex h-full flex-col bg-pane"
    >
      <div className="flex h-8 shrink-0 items-center border-line bg-canvas pr-2 not-last:border-b">
        <Tabs.List aria-label="Panel" className="flex h-full min-w-0 overflow-x-auto [scrollbar-width:none]">
          {toolTabs.map((tab) => (
            <ToolTabTrigger key={tab.id} tab={tab} />
          ))}
        </Tabs.List>
        <span className="ml-auto" />
        {toolsOpen && chosen?.useText && <CopyToolText key={chosen.id} useText={chosen.useText} />}
        {toolsOpen && (
          <IconButton
            icon={toolsMaximised ? Minimize2 : Maximize2}
            label={toolsMaximised ? 'Restore panel' : 'Maximize panel'}
            className="phone:hidden"
            onClick={() => useLayout.setState({ toolsMaximised: !toolsMaximised })}
          />
        )}
        <IconButton
          icon={toolsOpen ? ChevronDown : ChevronUp}
          label={toolsOpen ? 'Close panel' : 'Open panel'}
          aria-expanded={toolsOpen}
          onClick={() => useLayout.setState({ toolsOpen: !toolsOpen, toolsMaximised: false })}
        />
      </div>
      <div id="tool-content" className="min-h-0 flex-1">
        <Tabs.Content
          value={toolTab}
          tabIndex={-1}
          hidden={!toolsOpen}
          className="h-full overflow-auto outline-none"
        >
          {toolsOpen && chosen && <chosen.Content />}
        </Tabs.Content>
      </div>
    </Tabs.Root>
  );
}
