import { block, unblock } from './block.ts';
import type { Command } from './command.ts';
import { backingUp, exporting, importing } from './files.ts';

/** All that `npm run links` can do. */
export const commands: readonly Command[] = [block, unblock, exporting, importing, backingUp];
