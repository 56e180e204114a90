import { randomBytes } from 'node:crypto';

/** 128 random bits as 22 letters of base64url: not to be guessed, so that whoever knows a session's id may have it. */
export const newId = (): string => randomBytes(16).toString('base64url');
