import { randomInt } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A name that nobody can guess: 12 of 62 letters, 71 bits. */
export function randomId(): string {
  return Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');
}
