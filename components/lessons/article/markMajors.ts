import type { ExtraProps } from 'react-markdown';

type Element = NonNullable<ExtraProps['node']>;
type Child = Element['children'][number];

/** What stands in a lesson’s text for the Postgres that its reader has chosen (docs/writing-lessons.md). */
export const majorToken = '@POSTGRES@';

/** Makes a `<data>` of each such word, which no Markdown can make, for the page to fill. A plugin of rehype. */
export function markMajors() {
  return (tree: Pick<Element, 'children'>): void => split(tree);
}

function split(parent: Pick<Element, 'children'>): void {
  parent.children = parent.children.flatMap((child): Child[] => {
    if (child.type === 'element') split(child);
    if (child.type !== 'text' || !child.value.includes(majorToken)) return [child];
    return child.value.split(majorToken).flatMap((value, index): Child[] => {
      const text = { type: 'text' as const, value };
      return index === 0
        ? [text]
        : [{ type: 'element', tagName: 'data', properties: {}, children: [] }, text];
    });
  });
}
