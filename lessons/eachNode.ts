import type { Nodes } from 'mdast';

/** A tree of Markdown's parts, each before what is in it. */
export function* eachNode(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* eachNode(child);
}
