'use client';
import { Tabs } from 'radix-ui';
import { useLayout } from './layoutStore.ts';
import type { ToolTabPart } from './toolTabs.tsx';

const noCount = () => 0;

/** A tab of the bottom panel, with how much there is to see in it. */
export function ToolTabTrigger({ tab }: { tab: ToolTabPart }) {
  const open = useLayout((state) => state.toolsOpen);
  const useCount = tab.useCount ?? noCount;
  const count = useCount();
  return (
    <Tabs.Trigger
      value={tab.id}
      onClick={() => useLayout.setState({ toolsOpen: true })}
      className={`flex shrink-0 items-center gap-1.5 border-transparent border-b-2 px-3 text-muted hover:text-ink ${open ? 'data-[state=active]:border-pg data-[state=active]:bg-pane data-[state=active]:text-ink' : ''}`}
    >
      {tab.name}
      {count > 0 ? <span className="text-small tabular-nums">{count}</span> : null}
    </Tabs.Trigger>
  );
}
