/** A stretch of a text. Lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. */
export interface Span {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}
