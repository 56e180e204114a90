/** A name for a tab and its draft. */
export function newTabId(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join('-');
}
