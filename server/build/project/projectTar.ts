import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import type { ProjectFiles } from '../../../protocol/project.ts';

/** The paths of a project's files and folders; a folder ends with a slash, and stands before what is in it. */
export function projectPaths(files: ProjectFiles): string[] {
  const paths = new Set<string>();
  for (const path of Object.keys(files).toSorted()) {
    for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1))
      paths.add(path.slice(0, slash + 1));
    paths.add(path);
  }
  return [...paths];
}

/** A project as a tar. Who owns what is left to whoever unpacks it. */
export async function projectTar(files: ProjectFiles): Promise<Buffer> {
  const tar = pack();
  for (const path of projectPaths(files)) {
    if (path.endsWith('/')) tar.entry({ name: path, type: 'directory', mode: 0o755 });
    else tar.entry({ name: path, mode: 0o644 }, files[path] ?? '');
  }
  tar.finalize();
  return buffer(tar);
}
