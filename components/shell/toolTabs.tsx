import type { ComponentType } from 'react';
import { useConnectionsState } from '../connections/ConnectionsProvider.tsx';
import { SettingsPane } from '../settings/SettingsPane.tsx';
import { useFailedCount } from '../tests/useTestItems.ts';
import { ConnectionsTab } from './ConnectionsTab.tsx';
import { EveryMajorTab } from './EveryMajorTab.tsx';
import { GeneratedSqlTab, useGeneratedSqlText } from './GeneratedSqlTab.tsx';
import { ObjectsTab } from './ObjectsTab.tsx';
import { ProblemsTab } from './ProblemsTab.tsx';
import { PsqlTab } from './PsqlTab.tsx';
import type { ToolTab } from './panes.ts';
import { ShellTab } from './ShellTab.tsx';
import { BenchTab, TestsTab } from './TestsTab.tsx';
import { BuildLogTab, ServerLogTab } from './TextTab.tsx';
import { UpgradeTab } from './UpgradeTab.tsx';
import { useBuildLog } from './useBuildLog.ts';
import { useProblems } from './useProblems.ts';
import { useServerLogText } from './useServerLogText.ts';

/** One part of the bottom panel. */
export interface ToolTabPart {
  id: ToolTab;
  name: string;
  /** Rendered while the tab is chosen and the panel is open. */
  Content: ComponentType;
  /** How many things there are to see, said beside the name. */
  useCount?: () => number;
  /** What "Copy this text" copies; nothing is offered for an empty text. */
  useText?: () => string;
}

/** The bottom panel's parts, in their order. */
export const toolTabs: readonly ToolTabPart[] = [
  { id: 'problems', name: 'Problems', Content: ProblemsTab, useCount: () => useProblems().length },
  { id: 'buildLog', name: 'Build log', Content: BuildLogTab, useText: useBuildLog },
  { id: 'tests', name: 'Tests', Content: TestsTab, useCount: useFailedCount },
  { id: 'benchmarks', name: 'Benchmarks', Content: BenchTab },
  { id: 'psql', name: 'psql', Content: PsqlTab },
  { id: 'shell', name: 'Shell', Content: ShellTab },
  {
    id: 'connections',
    name: 'Connections',
    Content: ConnectionsTab,
    useCount: () => useConnectionsState(({ names }) => names.length),
  },
  {
    id: 'generatedSql',
    name: 'Generated SQL',
    Content: GeneratedSqlTab,
    useText: useGeneratedSqlText,
  },
  { id: 'objects', name: 'Objects', Content: ObjectsTab },
  { id: 'upgrade', name: 'Upgrade', Content: UpgradeTab },
  { id: 'everyMajor', name: 'All versions', Content: EveryMajorTab },
  {
    id: 'serverLog',
    name: 'Server log',
    Content: ServerLogTab,
    useText: useServerLogText,
  },
  { id: 'settings', name: 'Settings', Content: SettingsPane },
];
