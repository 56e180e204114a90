/** The content of the tab of the feature that a test adds. */
export function NotesPane({ count }: { count: number }) {
  return <p>{count} notes</p>;
}
