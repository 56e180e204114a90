import type { RunEvent } from '../../../protocol/events/events.ts';
import type { ProjectFiles } from '../../../protocol/project.ts';
import { toMarkdown } from '../../results/table/toMarkdown.ts';
import { sourcesFirst } from '../../workspace/sourcesFirst.ts';
import { contentFragment } from '../address/contentLink.ts';

/** What can be copied of a project, and where it is to be found. */
export interface CopiedProject {
  /** Of the playground, such as `https://play.example.org`. */
  origin: string;
  /** The link that all of it has; null where it has none, and an address then holds it. */
  link: string | null;
  title: string;
  files: ProjectFiles;
  sql: string;
  postgres: number | null;
  /** What its last run said; none where it has changed since, or was not run. */
  events: readonly RunEvent[];
}

export const copyForms = {
  whole: { name: 'Self-contained link', write: asWholeLink },
  markdown: { name: 'Markdown', write: asMarkdown },
  html: { name: 'HTML', write: asHtml },
  iframe: { name: 'iframe', write: asIframe },
};

export type CopyForm = keyof typeof copyForms;

function fragmentOf({ title, files, sql, postgres }: CopiedProject): string {
  return contentFragment({ title, files, sql, ...(postgres === null ? {} : { postgres }) });
}

/** An address that needs no store: the project is in it. */
function asWholeLink(project: CopiedProject): string {
  return `${project.origin}/#${fragmentOf(project)}`;
}

/** The Rust, the script, and what Postgres said, for an issue or a page in Markdown (GitHub's). */
function asMarkdown(project: CopiedProject): string {
  const { origin, link, title, files, sql, events } = project;
  const sources = Object.entries(files)
    .filter(([path]) => path.endsWith('.rs'))
    .sort(([one], [other]) => sourcesFirst(one, other));
  const parts = sources.map(([path, text]) => `\`${path}\`:\n\n${fenced('rust', text)}`);
  if (sql.trim() !== '') parts.push(fenced('sql', sql));
  parts.push(...events.flatMap(answerText));
  const name = (title || 'pgrx playground').replace(/[\\[\]`*_<>&]/g, '\\$&');
  const address = link === null ? asWholeLink(project) : `${origin}/s/${link}`;
  return `${parts.join('\n\n')}\n\n[${name}](${address})\n`;
}

function answerText(event: RunEvent): string[] {
  if (event.type === 'statement' && event.columns.length > 0) return [toMarkdown(event)];
  if (event.type === 'notice') return [fenced('', `${event.severity}:  ${event.message}`)];
  if (event.type === 'notification') return [fenced('', `NOTIFY ${event.channel}: ${event.payload}`)];
  if (event.type === 'sqlError')
    return [fenced('', `${event.severity} ${event.sqlstate}:  ${event.message}`)];
  return event.type === 'crash' ? [fenced('', event.message)] : [];
}

/** A fence that no line of the text can close. */
function fenced(language: string, text: string): string {
  let longest = 2;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}

/** A `<pre>` with the library, which the script beside it makes runnable, and which can be read without it. */
function asHtml({ origin, title, files, sql, postgres }: CopiedProject): string {
  const data = {
    title,
    sql,
    postgres: postgres === null ? '' : String(postgres),
    files: JSON.stringify(Object.fromEntries(Object.entries(files).filter(([path]) => path !== library))),
  };
  const attributes = Object.entries(data)
    .filter(([, value]) => value !== '' && value !== '{}')
    .map(([name, value]) => ` data-${name}="${escaped(value)}"`);
  return `<pre data-pgrx${attributes.join('')}>\n${escaped(files[library] ?? '')}</pre>\n<script src="${origin}/embed.js" async></script>\n`;
}

const library = 'src/lib.rs';

function asIframe(project: CopiedProject): string {
  const { origin, link, title } = project;
  const address = link === null ? `${origin}/embed#${fragmentOf(project)}` : `${origin}/embed/${link}`;
  return `<iframe src="${address}" title="${escaped(title || 'pgrx playground')}" width="100%" height="480" style="border:0" loading="lazy" allow="clipboard-write"></iframe>\n`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
