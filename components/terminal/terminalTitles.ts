import type { TerminalName } from '../../protocol/messages/clientMessage.ts';

/** What the terminals are called, in the middle of a sentence as well. */
export const terminalTitles: Record<TerminalName, string> = { psql: 'psql', shell: 'the shell' };
