export interface OriginRule {
  /** Origins that the operator lists besides the server's own, such as `https://docs.example.org`. */
  origins: readonly string[];
  /**
   * Whether only this machine's own names count as the server's: it listens on loopback and no proxy stands before it. A
   * page whose name was made to point here (DNS rebinding) has another.
   */
  loopbackOnly: boolean;
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether this is a name that every machine has for itself, as `URL.hostname` writes it. */
export const isLoopbackName = (hostname: string): boolean => loopback.test(hostname);

/** Whether a page from this origin may open a WebSocket here (SPEC.md, rule O1). `host` is the request's own. */
export function originAllowed(
  origin: string | undefined,
  host: string | undefined,
  rule: OriginRule,
): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (rule.origins.includes(url.origin)) return true;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  if (url.host !== host?.toLowerCase().replace(/:(80|443)$/, (port) => (url.port ? port : ''))) return false;
  return !rule.loopbackOnly || isLoopbackName(url.hostname);
}
