import { countOf } from '../../ui/format/countOf.ts';
import { lessonHref } from './lessonHref.ts';
import type { FoundLesson } from './searchLessons.ts';

export function SearchResults({ query, found }: { query: string; found: readonly FoundLesson[] }) {
  return (
    <section>
      <h1 className="mb-3 font-semibold text-[20px] leading-7">
        {countOf(found.length, 'lesson')} found for “{query}”
      </h1>
      {found.length === 0 && (
        <p className="text-muted">A lesson must contain every word. Try fewer words, or parts of words.</p>
      )}
      <ul className="space-y-4">
        {found.map(({ name, title, summary, excerpt }) => (
          <li key={name}>
            <a
              href={lessonHref(name)}
              className="font-medium text-[15px] text-pg underline underline-offset-2"
            >
              {title}
            </a>
            <p>{summary}</p>
            {excerpt && <p className="text-muted">{excerpt}</p>}
          </li>
        ))}
      </ul>
      <p className="mt-6">
        <a href="/learn" className="text-pg underline underline-offset-2">
          All courses
        </a>
      </p>
    </section>
  );
}
