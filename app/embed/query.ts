/** A page's query as Next gives it. */
export type EmbedQuery = Promise<Record<string, string | string[] | undefined>>;

/** The same as URLs have it; of what is given more than once, the first counts. */
export async function queryOf(query: EmbedQuery): Promise<URLSearchParams> {
  const pairs = Object.entries(await query).flatMap(([name, value]) => {
    const [first] = [value].flat();
    return first === undefined ? [] : [[name, first]];
  });
  return new URLSearchParams(pairs);
}
