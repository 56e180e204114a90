import type { ExtraProps } from 'react-markdown';

/** An element of a rendered page, as react-markdown hands it on. */
export type Element = NonNullable<ExtraProps['node']>;

/** The text in a piece of a rendered page, as a reader would copy it. */
export function hastText(node: Element | Element['children'][number]): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(hastText).join('') : '';
}
