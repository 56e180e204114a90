import { LearnPage } from '../../components/lessons/catalogue/LearnPage.tsx';

/** For an address in /learn that leads nowhere: what happened, and the ways on. */
export default function NotFound() {
  return (
    <LearnPage query="">
      <title>Lesson not found – pgrx playground</title>
      <h1 className="mb-2 font-semibold text-[20px] leading-7">Lesson not found</h1>
      <p>
        The address may be mistyped, or the lesson was removed from its course. Search for it above, or go to{' '}
        <a href="/learn" className="text-pg underline underline-offset-2">
          all courses
        </a>{' '}
        or to the{' '}
        <a href="/" className="text-pg underline underline-offset-2">
          playground
        </a>
        .
      </p>
    </LearnPage>
  );
}
