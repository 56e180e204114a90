/** The sets of modules that import each other, directly or by others (Tarjan's strongly connected components). */
export function importCycles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const places = new Map<string, number>();
  const open: string[] = [];

  function visit(file: string): number {
    const place = places.size;
    places.set(file, place);
    open.push(file);
    let low = place;
    for (const target of imports.get(file) ?? []) {
      if (!imports.has(target)) continue;
      if (!places.has(target)) low = Math.min(low, visit(target));
      else if (open.includes(target)) low = Math.min(low, places.get(target) ?? low);
    }
    if (low === place) {
      const members = open.splice(open.indexOf(file));
      if (members.length > 1) cycles.push(members.sort());
    }
    return low;
  }

  for (const file of imports.keys()) if (!places.has(file)) visit(file);
  return cycles;
}
