'use client';
import { Tabs } from 'radix-ui';
import type { ToolTab } from '../../page/feature.ts';
import { focusIn } from '../../page/focusPane.ts';
import { useLayout } from '../../page/layoutStore.ts';

const noCount = () => 0;

/** A tab of the bottom panel, with how much there is to see in it. */
export function ToolTabTrigger({ tab }: { tab: ToolTab }) {
  const open = useLayout((state) => state.toolsOpen);
  const useCount = tab.useCount ?? noCount;
  const count = useCount();
  return (
    <Tabs.Trigger
      value={tab.id}
      onClick={() => {
        useLayout.setState({ toolsOpen: true });
        if (tab.takesTyping) focusIn('tool-content');
      }}
      className={`flex shrink-0 items-center gap-1.5 border-transparent border-b-2 px-3 text-muted hover:text-ink ${open ? 'data-[state=active]:border-pg data-[state=active]:bg-pane data-[state=active]:text-ink' : ''}`}
    >
      {tab.name}
      {/* Its place is kept, so that no tab moves when there is one. */}
      {tab.useCount && <span className="min-w-[1ch] text-small tabular-nums">{count > 0 ? count : ''}</span>}
    </Tabs.Trigger>
  );
}
