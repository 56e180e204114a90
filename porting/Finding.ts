/** Something that a person has to change, in words. */
export interface Finding {
  file: string;
  /** From 1. */
  line: number;
  message: string;
}
