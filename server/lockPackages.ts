import { parse } from 'smol-toml';
import { z } from 'zod';

const lockFile = z.object({ package: z.array(z.object({ name: z.string(), version: z.string() })) });

/** The crates that a Cargo.lock pins, each with its versions; none where it is no such file. */
export function lockPackages(text: string): ReadonlyMap<string, string> {
  const packages = new Map<string, string>();
  for (const { name, version } of readLock(text)) {
    const other = packages.get(name);
    packages.set(name, other === undefined ? version : `${other}, ${version}`);
  }
  return packages;
}

function readLock(text: string): z.infer<typeof lockFile>['package'] {
  try {
    return lockFile.safeParse(parse(text)).data?.package ?? [];
  } catch {
    return [];
  }
}
