/** Where a person is in a text when one editor takes another's place. Offsets are in UTF-16 code units. */
export interface Handover {
  selectionStart: number;
  selectionEnd: number;
  /** In pixels. */
  scrollTop: number;
  focused: boolean;
}
