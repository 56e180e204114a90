/** In place of a link's page: why there is nothing, and what to do next. */
export function NoLink({ title, message }: { title: string; message: string }) {
  return (
    <main className="mx-auto flex h-full max-w-prose flex-col justify-center gap-3 px-6">
      <title>{`${title} – pgrx playground`}</title>
      <h1 className="font-semibold text-[20px]">{title}</h1>
      <p className="[overflow-wrap:anywhere] [unicode-bidi:isolate]">{message}</p>
      <p>
        <a className="rounded text-pg underline underline-offset-2" href="/">
          Open the playground
        </a>
      </p>
    </main>
  );
}
