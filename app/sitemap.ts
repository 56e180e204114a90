import type { MetadataRoute } from 'next';
import { lessonHref } from '../components/lessons/catalogue/lessonHref.ts';
import { readLessons } from './learn/readLessons.ts';
import { siteOrigin } from './siteOrigin.ts';

/** All pages that are worth finding. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = await siteOrigin();
  const courses = await readLessons();
  const lessons = courses.flatMap((course) => course.lessons.map(({ name }) => lessonHref(name)));
  return ['/', '/learn', ...lessons].map((path) => ({ url: origin + path }));
}
