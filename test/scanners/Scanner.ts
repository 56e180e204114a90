/** Something that reads text from strangers. */
export interface Scanner {
  name: string;
  /** The most that it can be given, in code units. */
  limit: number;
  /** What its grammar makes something of; hostile texts are made of these. */
  fragments: readonly string[];
  /** Texts that took long, or could: fragments that are repeated one after the other, and what follows at the end. */
  known?: readonly (readonly string[])[];
  scan(text: string): unknown;
}

/** Parts of any grammar. */
export const common = [
  ' ',
  '\n',
  '\t',
  '\r',
  '\0',
  'a',
  '1',
  '😀',
  '\ud800',
  'é',
  '"',
  "'",
  '\\',
  '(',
  ')',
  ',',
];
