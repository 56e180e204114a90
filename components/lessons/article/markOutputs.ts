import type { Code, Root } from 'mdast';
import { eachNode } from '../../../lessons/eachNode.ts';

/** Gives each output block the SQL that stands before it, by which it can be laid out. A plugin of remark. */
export function markOutputs() {
  return (tree: Root): void => {
    let before: Code | null = null;
    for (const node of eachNode(tree)) {
      if (node.type !== 'code') continue;
      if (node.lang === 'output' && before?.lang === 'sql')
        node.data = { ...node.data, hProperties: { dataSql: before.value } };
      before = node;
    }
  };
}
