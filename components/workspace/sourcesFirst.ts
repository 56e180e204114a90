/** The order in which a person reads a crate: what is compiled, then what describes it. */
export function sourcesFirst(a: string, b: string): number {
  const rank = (name: string) => (name.startsWith('src/') ? 0 : name === 'Cargo.toml' ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
