type Write = (fields: object, message: string) => void;

/** Where the rooms put what an operator should know; pino's own shape. Never people's code, SQL or full addresses. */
export interface Log {
  debug: Write;
  info: Write;
  warn: Write;
  error: Write;
}
