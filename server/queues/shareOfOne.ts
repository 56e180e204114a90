/**
 * How many of so many one address may have where others could want some as well: three quarters. A whole room sits behind
 * one address, so it is most of them; what is left keeps the door open for everybody else.
 */
export const shareOfOne = (all: number): number => Math.max(1, Math.ceil(all * 0.75));
