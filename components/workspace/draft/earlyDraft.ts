import { scriptDocument } from '../documents.ts';
import { lessonDrafts, tabDrafts } from './DraftShelf.ts';

/** The key of sessionStorage with this tab's name; what is done on a link's page has one of its own. */
export function tabKey(link: string | null): string {
  return link === null ? 'pgrx-playground:tab' : `pgrx-playground:tab:${link}`;
}

/** Whether the part of an address after `#` holds a project, which is then shown instead of the tab's own draft. */
export const contentInLocation = /^#v\d+=/;

/** The attribute of <html> that says that the text areas show the draft, and not the starter. */
export const earlyDraftMark = 'data-early-draft';

/** The attribute of a text area with the document that it shows. */
export const documentAttribute = 'data-document';

/**
 * A script for the end of the page's HTML, to be run before anything else has loaded: it puts this tab's draft, or that
 * of a lesson, into the text areas, so that a reload shows, and lets one type into, one's own text from its first paint. It reads only the
 * shape that `draft.ts` writes today; whatever it cannot read is left to `useKeptDraft`.
 */
export function earlyDraftScript(link: string | null, lesson: string | null = null): string {
  const name =
    lesson === null ? `sessionStorage.getItem(${JSON.stringify(tabKey(link))})` : JSON.stringify(lesson);
  const { prefix } = lesson === null ? tabDrafts : lessonDrafts;
  const isOther =
    link === null && lesson === null
      ? `${contentInLocation}.test(location.hash) || /[?&]src=/.test(location.search)`
      : 'false';
  return `(() => {
  try {
    if (${isOther}) return;
    const tab = ${name};
    const draft = tab && JSON.parse(localStorage.getItem(${JSON.stringify(prefix)} + tab));
    if (!draft || draft.version !== 1) return;
    for (const area of document.querySelectorAll('textarea[${documentAttribute}]')) {
      const name = area.getAttribute('${documentAttribute}');
      const text = name === ${JSON.stringify(scriptDocument)} ? draft.sql : draft.files[name];
      if (typeof text === 'string') area.value = text;
    }
    document.documentElement.setAttribute('${earlyDraftMark}', '');
  } catch {}
})();`;
}
