import { limits } from '../../../protocol/limits.ts';

/** Whether the server has cut this value: it then ends in an ellipsis, at the limit. */
export function isCut(value: string | null): boolean {
  // One less where a character of two code units would have been halved.
  return value !== null && value.length >= limits.valueLength && value.endsWith('…');
}
