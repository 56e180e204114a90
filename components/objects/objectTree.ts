import type { ExtensionObject } from '../../protocol/messages/objectMessages.ts';

export interface ObjectKindGroup {
  kind: ExtensionObject['kind'];
  title: string;
  objects: ExtensionObject[];
}

export interface ExtensionGroup {
  extension: string;
  count: number;
  kinds: ObjectKindGroup[];
}

/** The kinds in the order in which they are looked for, with their titles. */
const titles: Record<ExtensionObject['kind'], string> = {
  function: 'Functions',
  procedure: 'Procedures',
  aggregate: 'Aggregates',
  'trigger function': 'Trigger functions',
  trigger: 'Triggers that call them',
  type: 'Types',
  enum: 'Enums',
  domain: 'Domains',
  range: 'Ranges',
  operator: 'Operators',
  cast: 'Casts',
  table: 'Tables',
  view: 'Views',
  sequence: 'Sequences',
  index: 'Indexes',
  'operator class': 'Operator classes',
  'operator family': 'Operator families',
  schema: 'Schemas',
  setting: 'Settings',
  other: 'Others',
};

/** Objects by extension and kind; `own` comes first, then the others by name. */
export function objectTree(objects: readonly ExtensionObject[], own: string | null): ExtensionGroup[] {
  const extensions = Map.groupBy(objects, ({ extension }) => extension);
  const order = [...extensions.keys()].toSorted(
    (a, b) => Number(b === own) - Number(a === own) || a.localeCompare(b),
  );
  return order.map((extension) => {
    const members = extensions.get(extension) ?? [];
    const byKind = Map.groupBy(members, ({ kind }) => kind);
    const kinds = (Object.keys(titles) as ExtensionObject['kind'][]).flatMap((kind) => {
      const found = byKind.get(kind);
      return found ? [{ kind, title: titles[kind], objects: found }] : [];
    });
    return { extension, count: members.length, kinds };
  });
}
