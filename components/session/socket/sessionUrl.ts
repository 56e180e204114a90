/** Where the page's own server takes sessions. */
export function sessionUrl({ protocol, host }: Location): string {
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/api/v1/session`;
}
