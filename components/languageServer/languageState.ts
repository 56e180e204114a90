import type { ServerMessageOf } from '../../protocol/messages/serverMessage.ts';
import type { LanguageClient } from './languageClient.ts';

/** How the language server stands, as the page shows it. */
export type LanguageStatus =
  | { kind: 'off' }
  | { kind: 'starting'; doing: string }
  | { kind: 'ready'; ms: number }
  /** It ended without anybody's wish, or could not begin. */
  | { kind: 'ended'; message: string };

export interface LanguageState {
  /** Whether the person wants one; remembered in the browser. */
  wanted: boolean;
  status: LanguageStatus;
  /** While one is ready. */
  client: LanguageClient | null;
}

type Told = ServerMessageOf<'language.state'>;

/** What to show for what was told. `again`: it is started once more by itself. */
export function statusOf({ state, reason, message, ms }: Told, again: boolean): LanguageStatus {
  if (state === 'ready') return { kind: 'ready', ms: ms ?? 0 };
  if (state === 'starting') return { kind: 'starting', doing: message ?? '' };
  if (reason === undefined || reason === 'stopped') return { kind: 'off' };
  if (again) return { kind: 'starting', doing: 'Restarting after a crash' };
  return { kind: 'ended', message: message ?? 'rust-analyzer stopped.' };
}

/** One that dies is started again by itself, once, until it has been of use for so long. */
export function mayStartAgain(reason: Told['reason'], restartedAt: number | null, now: number): boolean {
  if (reason !== 'died' && reason !== 'memory') return false;
  return restartedAt === null || now - restartedAt > usefulMs;
}

const usefulMs = 10 * 60_000;
