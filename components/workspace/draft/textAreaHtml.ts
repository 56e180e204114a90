import { documentLabel } from '../documentLabel.ts';
import { documentAttribute } from './earlyDraft.ts';

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * The text area of a document as HTML. React is given it as text, and so leaves the element alone when it takes over
 * the server's page: otherwise it would put the starter in the place of what was typed, or loaded, before.
 */
export function textAreaHtml(document: string, text: string): string {
  const attributes = [
    `${documentAttribute}="${escapeHtml(document)}"`,
    `aria-label="${escapeHtml(documentLabel(document))}"`,
    'class="plain-editor"',
    'wrap="off" spellcheck="false" autocomplete="off" autocapitalize="off" autocorrect="off" translate="no"',
  ];
  // A newline right after the tag is no part of the value, so one is given away.
  return `<textarea ${attributes.join(' ')}>\n${escapeHtml(text)}</textarea>`;
}
