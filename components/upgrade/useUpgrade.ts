import { useRun } from '../page/useRun.ts';
import { type UpgradeCommands, useUpgradeCommands } from './useUpgradeCommands.ts';

/** What can be done about versions; an update is a run. */
export function useUpgrade(): UpgradeCommands {
  return useUpgradeCommands(useRun('run', true));
}
