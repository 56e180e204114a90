'use client';
import { ChevronDown, ChevronUp, Maximize2, Minimize2 } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useFeatures } from '../../page/FeaturesProvider.tsx';
import { useLayout } from '../../page/layoutStore.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ToolTabTrigger } from './ToolTabTrigger.tsx';

/** What stands below: problems, logs, prompts and more (each feature's `tabs`). Only its tabs are seen while it is closed. */
export function ToolsPane() {
  const toolTabs = useFeatures().flatMap(({ tabs = [] }) => tabs);
  const { toolTab, toolsOpen, toolsMaximised } = useLayout();
  const chosen = toolTabs.find(({ id }) => id === toolTab);

  return (
    <Tabs.Root
      value={toolTab}
      onValueChange={(value) => useLayout.setState({ toolTab: value })}
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

/** Copies the text of a tab of the bottom panel, where there is one. */
function CopyToolText({ useText }: { useText: () => string }) {
  const text = useText();
  return text === '' ? null : <CopyButton label="Copy text" text={() => text} />;
}
