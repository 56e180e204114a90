export type EmbedPane = 'code' | 'sql' | 'results';

/** How the page that embeds a snippet wants it to look. */
export interface EmbedOptions {
  readOnly: boolean;
  panes: readonly EmbedPane[];
  /** The first and the last line of src/lib.rs to show; the others are folded. */
  shown: readonly [number, number] | null;
}

const allPanes: readonly EmbedPane[] = ['code', 'sql', 'results'];

/** What the query of an embedded page asks for, such as `?readonly=1&panes=code,results&lines=3-9`. What is unknown is passed over. */
export function embedOptions(query: URLSearchParams): EmbedOptions {
  const asked = (query.get('panes') ?? '').split(',');
  const panes = allPanes.filter((pane) => asked.includes(pane));
  const [, first, last] = /^(\d{1,6})-(\d{1,6})$/.exec(query.get('lines') ?? '') ?? [];
  return {
    readOnly: query.get('readonly') === '1',
    panes: panes.length === 0 ? allPanes : panes,
    shown: first && last ? [Number(first), Number(last)] : null,
  };
}
