/** Each answers with the milliseconds to wait, or null where it may be done now, which then is counted. */
export interface RateLimits {
  run(session: string, address: string): Promise<number | null>;
  /** A run in the background. */
  background(session: string): Promise<number | null>;
  /** A run by the HTTP API. */
  apiRun(address: string): Promise<number | null>;
  /** A new link. */
  share(address: string): Promise<number | null>;
  /** The picture of a link, where it has to be drawn. */
  picture(address: string): Promise<number | null>;
  /** A link's project as an archive, where it has to be packed. */
  archive(address: string): Promise<number | null>;
  /** A file that is fetched from a listed source. */
  sourceFile(address: string): Promise<number | null>;
  /** A page that has to be made. */
  page(address: string): Promise<number | null>;
  /** Something of a link that is read from the store. */
  read(address: string): Promise<number | null>;
  /** Bytes of a new link; `giveBack` those that it turned out not to take. */
  shareBytes(address: string, bytes: number): Promise<number | null>;
  giveBack(address: string, bytes: number): Promise<void>;
  /** A WebSocket. */
  connect(address: string): Promise<number | null>;
}
