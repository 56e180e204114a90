/**
 * npm passes Ctrl-C on to its child, which the terminal has already told: the same press arrives twice. Signals within
 * this time, in milliseconds, are one.
 */
export const samePressMs = 500;
