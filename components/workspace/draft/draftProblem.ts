/** Why this browser does not keep the draft as it should, in words for the person whose work it is. */
export interface DraftProblem {
  kind: 'full' | 'blocked' | 'broken';
  message: string;
}
