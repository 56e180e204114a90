/** Why something was not done, in words. */
export interface ShareFailure {
  message: string;
  /** When trying again makes sense, in epoch milliseconds; null where nobody knows. */
  retryAt: number | null;
}
