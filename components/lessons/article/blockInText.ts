import type { ExtraProps } from 'react-markdown';
import { codeBlock } from '../../../lessons/codeBlock.ts';
import { scriptPath } from '../../../lessons/scriptPath.ts';
import { isEdit } from '../../../lessons/textSteps.ts';
import { libraryPath, scriptDocument } from '../../workspace/documents.ts';

/** An element of a rendered page, as react-markdown hands it on. */
type Element = NonNullable<ExtraProps['node']>;

/** What a block of code in a lesson's text is for (docs/writing-lessons.md). */
export interface BlockInText {
  kind: 'hidden' | 'output' | 'compiler' | 'shown' | 'code';
  language: string;
  text: string;
  /** Where its button puts it: at the end of a document, or in the place of one. Null where that is a connection. */
  target: { document: string; how: 'append' | 'replace' } | null;
  /** The connection of the Connections pane that its SQL is for. */
  connection: string | null;
  /** The SQL right before an output. */
  sql: string;
}

/** Reads a rendered `<code>`; its words behind the backticks are in its data. */
export function blockInText(code: Element): BlockInText {
  const names = Array.isArray(code.properties.className) ? code.properties.className : [];
  const lang = names.map((name) => /^language-(.+)$/.exec(String(name))?.[1]).find(Boolean) ?? null;
  const meta = code.data?.meta ?? null;
  const value = hastText(code).replace(/\n$/, '');
  const block = codeBlock({ type: 'code', lang, meta, value }, () => {});
  const { language, text, file, show, connection } = block;
  const sql = typeof code.properties.dataSql === 'string' ? code.properties.dataSql : '';
  const answer = { language, text, sql, connection, target: null };
  if (language === 'solution') return { ...answer, kind: 'hidden' };
  if (language === 'output' || language === 'compiler') return { ...answer, kind: language };
  if (show) return { ...answer, kind: 'shown' };
  if (connection !== null) return { ...answer, kind: 'code' };
  if (file === scriptPath)
    return { ...answer, kind: 'code', target: { document: scriptDocument, how: 'replace' } };
  if (language === 'sql' && file === null)
    return { ...answer, kind: 'code', target: { document: scriptDocument, how: 'append' } };
  if (!isEdit(block)) return { ...answer, kind: 'shown' };
  return {
    ...answer,
    kind: 'code',
    target: { document: file ?? libraryPath, how: file === null ? 'append' : 'replace' },
  };
}

/** The text in a piece of a rendered page, as a reader would copy it. */
function hastText(node: Element | Element['children'][number]): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(hastText).join('') : '';
}
