import { languageRoot } from '../../protocol/messages/languageMessages.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import type { LanguageClient } from './languageClient.ts';

/** Keeps the language server's documents as the workspace has them: told with each change, before anything is asked. */
export class DocumentFeed {
  readonly #client: Pick<LanguageClient, 'notify'>;
  #told: ProjectFiles = {};
  #version = 1;

  constructor(client: Pick<LanguageClient, 'notify'>) {
    this.#client = client;
  }

  /** Takes the files as they are now; says whether the server's copy of the project is to be made anew. */
  tell(files: ProjectFiles): boolean {
    const before = this.#told;
    this.#told = files;
    const first = this.#version === 1;
    let anew = false;
    for (const path of Object.keys(before))
      if (!(path in files)) {
        anew = true;
        if (isRust(path))
          this.#client.notify('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
      }
    for (const [path, text] of Object.entries(files)) {
      if (before[path] === text) continue;
      const isNew = !(path in before);
      if (isNew || path.endsWith('Cargo.toml')) anew = true;
      if (isRust(path)) this.#say(path, text, isNew);
    }
    this.#version += 1;
    return anew && !first;
  }

  #say(path: string, text: string, isNew: boolean): void {
    const uri = uriOf(path);
    this.#version += 1;
    const version = this.#version;
    if (isNew)
      this.#client.notify('textDocument/didOpen', {
        textDocument: { uri, languageId: 'rust', version, text },
      });
    else
      this.#client.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
  }
}

function isRust(path: string): boolean {
  return path.endsWith('.rs');
}

function uriOf(path: string): string {
  return `file://${languageRoot}/${encodeURI(path)}`;
}
