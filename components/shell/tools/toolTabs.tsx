import type { ComponentType } from 'react';
import { BuildLogTab, ServerLogTab } from '../../buildLog/TextTab.tsx';
import { useBuildLog } from '../../buildLog/useBuildLog.ts';
import { useConnectionsState } from '../../connections/ConnectionsProvider.tsx';
import { ConnectionsTab } from '../../connections/ConnectionsTab.tsx';
import { EveryMajorTab } from '../../everyMajor/EveryMajorTab.tsx';
import { GeneratedSqlTab, useGeneratedSqlText } from '../../generatedSql/GeneratedSqlTab.tsx';
import { ObjectsTab } from '../../objects/ObjectsTab.tsx';
import type { ToolTab } from '../../page/panes.ts';
import { ProblemsTab } from '../../problems/ProblemsTab.tsx';
import { useProblems } from '../../problems/useProblems.ts';
import { useServerLogText } from '../../serverLog/useServerLogText.ts';
import { SettingsPane } from '../../settings/SettingsPane.tsx';
import { PsqlTab } from '../../terminal/PsqlTab.tsx';
import { ShellTab } from '../../terminal/ShellTab.tsx';
import { BenchTab, TestsTab } from '../../testRunner/TestsTab.tsx';
import { useFailedCount } from '../../testRunner/useTestItems.ts';
import { UpgradeTab } from '../../upgrade/UpgradeTab.tsx';

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
  { id: 'everyMajor', name: 'Every Postgres', Content: EveryMajorTab },
  {
    id: 'serverLog',
    name: 'Server log',
    Content: ServerLogTab,
    useText: useServerLogText,
  },
  { id: 'settings', name: 'Settings', Content: SettingsPane },
];
