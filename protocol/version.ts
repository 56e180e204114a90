/** The WebSocket protocol's version. A change that an older page could not follow raises it (SPEC.md, rule V2). */
export const protocolVersion = 1;

/** Close codes of the WebSocket, with what the page should do (SPEC.md, rules C1 to C7). 4000–4999 is for applications. */
export const closeCodes = {
  /** Something went wrong in the server over a message; WebSocket's own code for it. Reconnect: the session is still there. */
  serverError: 1011,
  /** A frame did not parse or broke a limit: a bug of the page; not retried. */
  badMessage: 4400,
  /** The page speaks another version: reload it. */
  badVersion: 4406,
  /** No `hello` in time, or no sign of life. Reconnect. */
  timeout: 4408,
  /** Another connection has taken the session over. Not retried. */
  replaced: 4409,
  /** Too many messages, or too many pages. Reconnect after a while. */
  tooMany: 4429,
  /** The page reads too slowly to be kept waiting for. Reconnect and catch up. */
  tooSlow: 4430,
  /** The server is shutting down. Reconnect after a while. */
  draining: 4503,
} as const;
