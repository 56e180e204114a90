/** What the picture of a link shows, each text bounded and plain. */
export interface PictureText {
  title: string;
  /** The first lines of the code. */
  code: string;
  /** What Postgres said, in a line; empty where nothing is recorded. */
  result: string;
}

/** Draws the picture of a link as a PNG; null where that cannot be done just now. */
export type DrawPicture = (text: PictureText) => Promise<Buffer | null>;
