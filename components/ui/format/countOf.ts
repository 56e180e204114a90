const number = new Intl.NumberFormat('en');

/** `1 row`, `2,500 rows`. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${number.format(count)} ${count === 1 ? noun : plural}`;
}
