import { buildScanners } from './buildScanners.ts';
import { manifestScanners } from './manifestScanners.ts';
import { outputScanners } from './outputScanners.ts';
import { pageScanners } from './pageScanners.ts';
import { rustScanners } from './rustScanners.ts';
import type { Scanner } from './Scanner.ts';
import { sqlScanners } from './sqlScanners.ts';

/** Everything that reads text from strangers. What is new belongs here: `test/scanners/growth.test.ts` tries it. */
export const scanners: readonly Scanner[] = [
  ...rustScanners,
  ...manifestScanners,
  ...buildScanners,
  ...sqlScanners,
  ...outputScanners,
  ...pageScanners,
];
