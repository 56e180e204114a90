import type { Metadata } from 'next';
import { ContinueLink } from '../../components/lessons/catalogue/ContinueLink.tsx';
import { CourseList } from '../../components/lessons/catalogue/CourseList.tsx';
import { LearnPage } from '../../components/lessons/catalogue/LearnPage.tsx';
import { SearchResults } from '../../components/lessons/catalogue/SearchResults.tsx';
import { searchLessons } from '../../components/lessons/catalogue/searchLessons.ts';
import { lessonKey } from '../../protocol/lessonName.ts';
import { siteOrigin } from '../siteOrigin.ts';
import { readLessons } from './readLessons.ts';

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: 'Learn pgrx – pgrx playground',
    description:
      'Courses on Postgres extensions in Rust, with code you run in the browser and checks for your work.',
    alternates: { canonical: `${await siteOrigin()}/learn` },
  };
}

/** The courses, and what of them was searched for. */
export default async function Page({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { q } = await searchParams;
  const query = (typeof q === 'string' ? q : '').slice(0, 200).trim();
  const courses = await readLessons();
  const lessons = courses.flatMap((course) => course.lessons);
  return (
    <LearnPage query={query}>
      {query ? (
        <SearchResults query={query} found={searchLessons(lessons, query)} />
      ) : (
        <>
          <ContinueLink
            courses={courses.map((course) =>
              course.lessons.map(({ name, title }) => ({ key: lessonKey(name), name, title })),
            )}
          />
          <CourseList courses={courses} />
        </>
      )}
    </LearnPage>
  );
}
