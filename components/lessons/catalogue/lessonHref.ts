import { isOutside, lessonOfLink } from '../../../lessons/linkProblems.ts';

/** Where a lesson's page is. */
export function lessonHref(name: string): string {
  return `/learn/${name}`;
}

/** Where a link in the text of lesson `from` leads: to a lesson or to an https page; null for all else. */
export function hrefInText(url: string, from: string): string | null {
  const target = lessonOfLink(url, from);
  if (target !== null) return lessonHref(target) + (/#[\w-]*$/.exec(url)?.[0] ?? '');
  return isOutside(url) ? url : null;
}
