/** The nonce that the server in front has put into the Content-Security-Policy of this request, if it has. */
export function nonceOfPolicy(policy: string | null): string | undefined {
  return /'nonce-([A-Za-z0-9+/_=-]+)'/.exec(policy ?? '')?.[1];
}
