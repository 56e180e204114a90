import type { ProjectFiles } from '../../../protocol/project.ts';

export interface SchemaPlace {
  file: string;
  line: number;
  column: number;
}

/** Where the function or type stands that pgrx names in a problem of the SQL it generates; null where that is not known. */
export function schemaPlace(message: string, files: ProjectFiles): SchemaPlace | null {
  const [, kind = '', path = ''] = /\b(Function|Type|Aggregate|Enum) `([\w:]{1,300})`/i.exec(message) ?? [];
  const name = path.split('::').at(-1) ?? '';
  if (!/^[A-Za-z_]\w*$/.test(name)) return null;
  const keyword = /^function$/i.test(kind) ? 'fn' : '(?:struct|enum)';
  const definition = new RegExp(`^([ \\t]*(?:[^\\n/]{0,200}\\b)?)${keyword}[ \\t]+${name}\\b`, 'm');
  for (const [file, text] of Object.entries(files)) {
    if (!file.endsWith('.rs')) continue;
    const found = definition.exec(text);
    if (!found) continue;
    const before = text.slice(0, found.index);
    return { file, line: before.split('\n').length, column: (found[1]?.length ?? 0) + 1 };
  }
  return null;
}
