import { notFound, redirect } from 'next/navigation';
import { readLessons } from '../readLessons.ts';

/** A course has its place on the page of all courses. */
export default async function Page({ params }: { params: Promise<{ course: string }> }) {
  const { course } = await params;
  const known = (await readLessons()).some(({ name }) => name === course);
  if (!known) notFound();
  redirect(`/learn#${course}`);
}
