import { type UpgradeCommands, useUpgradeCommands } from '../upgrade/useUpgradeCommands.ts';
import { useRun } from './useRun.ts';

/** What can be done about versions; an update is a run. */
export function useUpgrade(): UpgradeCommands {
  return useUpgradeCommands(useRun('run', true));
}
