import { fileURLToPath } from 'node:url';

/** The folder of the project, with a slash at its end. Every path of the set-up is taken from here, not from the caller's. */
export const root = fileURLToPath(new URL('..', import.meta.url));
