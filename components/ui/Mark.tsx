/** The project's mark: one stone of two halves, rust and Postgres blue. */
export function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 shrink-0">
      <path d="M7.5 1 1.5 8l6 7z" fill="var(--rust)" />
      <path d="M8.5 1l6 7-6 7z" fill="var(--pg)" />
    </svg>
  );
}
