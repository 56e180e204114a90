import type { ReactNode } from 'react';

/** The frame of the pages that list lessons: the way home, and the search, which needs no script. */
export function LearnPage({ query, children }: { query: string; children: ReactNode }) {
  return (
    <div className="learn-page h-dvh overflow-y-auto">
      <header className="mx-auto flex h-12 max-w-3xl items-center gap-4 px-4">
        <a href="/" className="whitespace-nowrap rounded font-semibold">
          pgrx playground
        </a>
        <a href="/learn" className="rounded text-muted hover:text-ink">
          Learn
        </a>
        <search className="ml-auto">
          <form action="/learn" className="flex gap-1">
            <input
              type="search"
              name="q"
              defaultValue={query}
              required
              maxLength={200}
              aria-label="Search lessons"
              placeholder="Search lessons"
              className="h-8 w-full min-w-0 max-w-56 rounded border border-line-strong bg-pane px-2 placeholder:text-faint"
            />
            <button
              type="submit"
              className="h-8 rounded border border-line-strong bg-pane px-3 hover:bg-hover"
            >
              Search
            </button>
          </form>
        </search>
      </header>
      <main className="mx-auto max-w-3xl px-4 pt-4 pb-16">{children}</main>
    </div>
  );
}
