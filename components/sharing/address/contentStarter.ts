import type { Starter } from '../../workspace/starter.ts';
import type { OpenedPart } from './openedContent.ts';

/** What a draft begins with that is made from an address; a crate without a manifest gets what the starter has. */
export function contentStarter({ files, sql, title, postgres }: OpenedPart, starter: Starter): Starter {
  return {
    files: 'Cargo.toml' in files ? files : { ...starter.files, ...files },
    sql,
    title,
    ...(postgres === undefined ? {} : { postgres }),
  };
}
