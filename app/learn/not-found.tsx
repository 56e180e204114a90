import { LearnPage } from '../../components/lessons/catalogue/LearnPage.tsx';

/** For an address in /learn that leads nowhere: what happened, and the ways on. */
export default function NotFound() {
  return (
    <LearnPage query="">
      <title>There is no such lesson – pgrx playground</title>
      <h1 className="mb-2 font-semibold text-[20px] leading-7">There is no such lesson</h1>
      <p>
        Its address may be mistyped, or the lesson was taken out of its course. Search for it above, or go to{' '}
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
