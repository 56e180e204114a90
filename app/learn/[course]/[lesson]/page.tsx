import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { toLessonView } from '../../../../components/lessons/article/toLessonView.tsx';
import { findLesson } from '../../../../components/lessons/catalogue/findLesson.ts';
import { lessonHref } from '../../../../components/lessons/catalogue/lessonHref.ts';
import { LessonPlayground } from '../../../../components/playground/LessonPlayground.tsx';
import { EarlyScript } from '../../../EarlyScript.tsx';
import { siteOrigin } from '../../../siteOrigin.ts';
import { readLessons } from '../../readLessons.ts';

interface PageProps {
  params: Promise<{ course: string; lesson: string }>;
}

async function find({ params }: PageProps) {
  const { course, lesson } = await params;
  return findLesson(await readLessons(), course, lesson);
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const found = await find(props);
  if (!found) return {};
  const { lesson, course } = found;
  const { title, summary, name } = lesson;
  const url = (await siteOrigin()) + lessonHref(name);
  return {
    title: `${title} – ${course.title}`,
    description: summary,
    alternates: { canonical: url },
    openGraph: { title, description: summary, url, type: 'article' },
  };
}

/** A lesson: its whole text in the HTML, and the playground beside it. */
export default async function Page(props: PageProps) {
  const found = await find(props);
  if (!found) notFound();
  const { course, lesson } = found;
  // A lesson that was renumbered is found by the rest of its name.
  if (lesson.name !== `${course.name}/${(await props.params).lesson}`) redirect(lessonHref(lesson.name));
  const view = toLessonView(course, lesson);
  return (
    <>
      <LessonPlayground key={view.key} lesson={view} />
      <EarlyScript link={null} lesson={view.key} />
      <noscript>
        <p className="fixed inset-x-0 bottom-0 bg-warn-soft px-3 py-2">
          Without JavaScript, you can read the lesson but can’t run its code.
        </p>
      </noscript>
    </>
  );
}
