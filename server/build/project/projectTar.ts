import { packTar } from 'modern-tar';
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
  const tar = await packTar(
    projectPaths(files).map((name) => {
      if (name.endsWith('/')) return { header: { name, type: 'directory', size: 0, mode: 0o755 } };
      const body = Buffer.from(files[name] ?? '');
      return { header: { name, size: body.length, mode: 0o644 }, body };
    }),
  );
  return Buffer.from(tar.buffer, tar.byteOffset, tar.byteLength);
}
