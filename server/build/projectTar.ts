import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import type { ProjectFiles } from '../../protocol/project.ts';

/** A project as a tar, its folders before what is in them. Who owns what is left to whoever unpacks it. */
export async function projectTar(files: ProjectFiles): Promise<Buffer> {
  const tar = pack();
  const folders = new Set<string>();
  for (const [path, text] of Object.entries(files).toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      const folder = path.slice(0, slash);
      if (!folders.has(folder)) tar.entry({ name: `${folder}/`, type: 'directory', mode: 0o755 });
      folders.add(folder);
    }
    tar.entry({ name: path, mode: 0o644 }, text);
  }
  tar.finalize();
  return buffer(tar);
}
