import { createContext } from 'react';

/** What the text's SQL for a connection needs of the Connections pane, which is the page's and not the lesson's. */
export interface ConnectionBlocks {
  /** Whether that connection is open with this SQL before it. */
  has(connection: string, sql: string): boolean;
  /** Opens the connection where it is not, and puts the SQL before it; what forbids it is returned in words. */
  put(connection: string, sql: string): string | null;
}

/** Null where there is no such pane. */
export const ConnectionBlocksContext = createContext<ConnectionBlocks | null>(null);
