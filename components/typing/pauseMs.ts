/** Long enough to be no gap between two words, and short enough that with the check's own half second it is soon. */
export const pauseMs = 350;
