/** A piece of a script, in the order in which psql would run it. `offset` is in UTF-16 code units. */
export type ScriptPart =
  /**
   * SQL for the server; `copyData` are the lines that follow a COPY … FROM STDIN, up to `\.`; `joined` are several
   * statements in one message.
   */
  | { kind: 'sql'; text: string; offset: number; copyData?: string; joined?: boolean }
  /** A backslash command for psql. `input` is what psql is to read: also the statement that the command ends, or data. */
  | { kind: 'meta'; text: string; offset: number; name: string; args: string; input: string };
