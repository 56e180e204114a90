import { afterEach, expect, it } from 'vitest';
import { fakeStorage } from '../../browser/fakeStorage.ts';
import { scriptDocument } from '../documents.ts';
import { DraftShelf } from './DraftShelf.ts';
import { documentAttribute, earlyDraftMark, earlyDraftScript, tabKey } from './earlyDraft.ts';
import { textAreaHtml } from './textAreaHtml.ts';

const html = textAreaHtml('src/lib.rs', 'starter') + textAreaHtml(scriptDocument, 'select 1');
const content = {
  files: { 'src/lib.rs': 'mine' },
  sql: 'select 2',
  postgres: null,
  pgrx: null,
  title: '',
  active: 'src/lib.rs',
  parent: null,
};

afterEach(() => document.documentElement.removeAttribute(earlyDraftMark));

/** What the text areas hold after the script has run, as it stands, with these storages. */
function shown(session: Storage, local: Storage): string[] {
  document.body.innerHTML = html;
  new Function('sessionStorage', 'localStorage', earlyDraftScript(null))(session, local);
  return [...document.querySelectorAll<HTMLTextAreaElement>(`[${documentAttribute}]`)].map(
    ({ value }) => value,
  );
}

it('shows the tab’s draft', () => {
  const [session, local] = [fakeStorage(), fakeStorage()];
  session.setItem(tabKey(null), 'tab');
  new DraftShelf(local).write('tab', { savedAt: 1, content });
  expect(shown(session, local)).toEqual(['mine', 'select 2']);
  expect(document.documentElement.hasAttribute(earlyDraftMark)).toBe(true);
});

it('leaves the starter where there is no draft that it can read', () => {
  const [session, local] = [fakeStorage(), fakeStorage()];
  expect(shown(session, local)).toEqual(['starter', 'select 1']);
  session.setItem(tabKey(null), 'tab');
  local.setItem('pgrx-playground:draft:tab', '{"version":2');
  expect(shown(session, local)).toEqual(['starter', 'select 1']);
  expect(document.documentElement.hasAttribute(earlyDraftMark)).toBe(false);
});
