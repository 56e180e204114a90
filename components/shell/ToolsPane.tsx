'use client';
import { ChevronDown, ChevronUp, Maximize2, Minimize2 } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useCallback } from 'react';
import { BuildLogPane } from '../buildLog/BuildLogPane.tsx';
import { ProblemList } from '../problems/ProblemList.tsx';
import { useSession } from '../session/SessionProvider.tsx';
import { TerminalPane } from '../terminal/TerminalPane.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { useLayout } from './layoutStore.ts';
import type { ToolTab } from './panes.ts';
import { useProblems } from './useProblems.ts';
import { useReveal } from './useReveal.ts';
import { useToolTexts } from './useToolTexts.ts';

/** What stands below: problems, logs, the psql prompt and the generated SQL. Only its tabs are seen while it is closed. */
export function ToolsPane() {
  const { toolTab, toolsOpen, toolsMaximised } = useLayout();
  const problems = useProblems();
  const succeeded = useSession((state) => state.current?.done?.outcome === 'ok');
  const texts = useToolTexts();
  const files = useWorkspace((state) => state.files);
  const reveal = useReveal();
  const isFile = useCallback((path: string) => path in files, [files]);
  const tabs: { id: ToolTab; name: string; count?: number }[] = [
    { id: 'problems', name: 'Problems', count: problems.length },
    { id: 'buildLog', name: 'Build log' },
    { id: 'psql', name: 'psql' },
    { id: 'generatedSql', name: 'Generated SQL' },
    ...(texts.serverLog ? [{ id: 'serverLog' as const, name: 'Server log' }] : []),
  ];
  const copied = toolTab === 'problems' || toolTab === 'psql' ? null : texts[toolTab];

  return (
    <Tabs.Root
      value={toolTab}
      onValueChange={(value) => useLayout.setState({ toolTab: value as ToolTab })}
      className="flex h-full flex-col bg-pane"
    >
      <div className="flex h-8 shrink-0 items-center border-line bg-canvas pr-2 not-last:border-b">
        <Tabs.List
          aria-label="Problems and logs"
          className="flex h-full min-w-0 overflow-x-auto [scrollbar-width:none]"
        >
          {tabs.map(({ id, name, count }) => (
            <Tabs.Trigger
              key={id}
              value={id}
              onClick={() => useLayout.setState({ toolsOpen: true })}
              className={`flex shrink-0 items-center gap-1.5 border-transparent border-b-2 px-3 text-muted hover:text-ink ${toolsOpen ? 'data-[state=active]:border-pg data-[state=active]:bg-pane data-[state=active]:text-ink' : ''}`}
            >
              {name}
              {count ? <span className="text-small tabular-nums">{count}</span> : null}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <span className="ml-auto" />
        {toolsOpen && copied && <CopyButton label="Copy this text" text={() => copied} />}
        {toolsOpen && (
          <IconButton
            icon={toolsMaximised ? Minimize2 : Maximize2}
            label={toolsMaximised ? 'Back to its size' : 'As large as the page'}
            className="phone:hidden"
            onClick={() => useLayout.setState({ toolsMaximised: !toolsMaximised })}
          />
        )}
        <IconButton
          icon={toolsOpen ? ChevronDown : ChevronUp}
          label={toolsOpen ? 'Close problems and logs' : 'Open problems and logs'}
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
          {toolTab === 'problems' &&
            (problems.length > 0 ? (
              <ProblemList problems={problems} onReveal={reveal} />
            ) : (
              <p className="px-3 py-2 text-muted">
                {succeeded ? 'The last run found nothing wrong.' : 'What a run finds wrong appears here.'}
              </p>
            ))}
          {toolTab === 'psql' && toolsOpen && <TerminalPane active />}
          {(toolTab === 'buildLog' || toolTab === 'generatedSql' || toolTab === 'serverLog') && (
            <BuildLogPane
              text={texts[toolTab]}
              empty={emptyTexts[toolTab]}
              isFile={isFile}
              onReveal={reveal}
            />
          )}
        </Tabs.Content>
      </div>
    </Tabs.Root>
  );
}

const emptyTexts = {
  buildLog: 'What cargo and rustc say during a run appears here.',
  generatedSql:
    'The SQL that pgrx makes of the extension appears here after a run, each part with its line of Rust.',
  serverLog: 'Postgres logged nothing during the last run.',
};
