import { createStore, type StoreApi } from 'zustand/vanilla';
import { limits } from '../../protocol/limits.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { libraryPath, scriptDocument } from './documents.ts';
import { addProblem, removeProblem, renameProblem } from './fileRules.ts';
import { movedManifest } from './movedManifest.ts';
import type { Starter } from './starter.ts';
import type { WorkspaceContent, WorkspaceState } from './workspaceState.ts';

export type WorkspaceStore = StoreApi<WorkspaceState>;

/** The library, or in a workspace of several crates whatever comes first. */
const firstShown = (files: ProjectFiles) =>
  libraryPath in files ? libraryPath : (Object.keys(files)[0] ?? '');

/** What a workspace holds when it begins with a starter. */
export function starterContent(starter: Starter): WorkspaceContent {
  const active = firstShown(starter.files);
  const { files, sql, title = '', postgres = null, pgrx = null, link: parent = null } = starter;
  return { files, sql, postgres, pgrx, title, active, parent };
}

/** The files and the script that a person works on. It knows no browser: drafts are kept by `keepDrafts`. */
export function createWorkspaceStore(starter: Starter): WorkspaceStore {
  return createStore<WorkspaceState>()((set, get) => ({
    ...starterContent(starter),
    starter,
    removed: null,
    beforeReset: null,
    beforeReplace: null,
    reveal: null,
    caret: null,
    keeping: 'loading',
    draftProblem: null,

    edit(path, text) {
      const { files } = get();
      if (path in files && files[path] !== text) set({ files: { ...files, [path]: text } });
    },
    setSql: (sql) => set({ sql }),
    setPostgres: (postgres) => set({ postgres }),
    setPgrx(pgrx) {
      const { files, starter } = get();
      const manifest = movedManifest(files, starter.files, pgrx);
      set(manifest === null ? { pgrx } : { pgrx: null, files: { ...files, 'Cargo.toml': manifest } });
    },
    setTitle: (title) => set({ title: title.slice(0, limits.titleLength) }),
    setParent: (parent) => set({ parent }),
    open(path) {
      if (path in get().files) set({ active: path });
    },
    add(path, text = '') {
      const { files } = get();
      const problem = addProblem(files, path, text);
      if (!problem) set({ files: { ...files, [path]: text }, active: path });
      return problem;
    },
    rename(from, to) {
      const { files, active } = get();
      const problem = renameProblem(files, from, to);
      if (problem || from === to) return problem;
      const entries = Object.entries(files).map(([path, text]) => [path === from ? to : path, text]);
      set({ files: Object.fromEntries(entries), active: active === from ? to : active });
      return null;
    },
    remove(path) {
      const { files, active } = get();
      const problem = removeProblem(files, path);
      if (problem) return problem;
      const { [path]: text = '', ...rest } = files;
      set({ files: rest, removed: { path, text }, active: active === path ? firstShown(rest) : active });
      return null;
    },
    undoRemove() {
      const { removed, add } = get();
      if (!removed) return null;
      const problem = add(removed.path, removed.text);
      if (!problem) set({ removed: null });
      return problem;
    },
    reset(next = get().starter) {
      const { files, sql, postgres, pgrx, title, active, parent } = get();
      const beforeReset = { files, sql, postgres, pgrx, title, active, parent };
      const content = starterContent(next);
      const started = { ...content, postgres: content.postgres ?? postgres, starter: next };
      set({ ...started, removed: null, reveal: null, beforeReset, beforeReplace: null });
    },
    undoReset() {
      const { beforeReset } = get();
      if (beforeReset)
        set({ ...beforeReset, beforeReset: null, beforeReplace: null, removed: null, reveal: null });
    },
    replaceFiles(made) {
      const { files, active } = get();
      const shown = active in made ? active : firstShown(made);
      set({
        files: made,
        active: shown,
        beforeReplace: { files, active, made },
        removed: null,
        reveal: null,
      });
    },
    undoReplace() {
      const { files, beforeReplace } = get();
      if (beforeReplace?.made !== files) return;
      set({ files: beforeReplace.files, active: beforeReplace.active, beforeReplace: null, reveal: null });
    },
    revealAt(document, line, column) {
      const { files, reveal } = get();
      if (document !== scriptDocument && !(document in files)) return;
      const request = (reveal?.request ?? 0) + 1;
      const active = document === scriptDocument ? {} : { active: document };
      set({ ...active, reveal: { document, line, column, request } });
    },
    moveCaret(document, line) {
      const { files, caret } = get();
      if (!(document in files) || (caret?.document === document && caret.line === line)) return;
      set({ caret: { document, line } });
    },
    dismissDraftProblem: () => set({ draftProblem: null }),
  }));
}
