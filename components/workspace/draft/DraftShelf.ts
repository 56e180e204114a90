import { type Draft, formatDraft, parseDraft } from './draft.ts';
import type { DraftProblem } from './draftProblem.ts';

export interface DraftKind {
  prefix: string;
  /** Older drafts than so many are let go: a draft has up to 320 KiB, and a browser keeps about 5 MiB for a site. */
  kept: number;
}

/** The playground's own, each of a tab. */
export const tabDrafts: DraftKind = { prefix: 'pgrx-playground:draft:', kept: 10 };
/** Those of lessons, each of a lesson: they have a few KiB. */
export const lessonDrafts: DraftKind = { prefix: 'pgrx-playground:lesson-draft:', kept: 100 };

const brokenPrefix = 'pgrx-playground:broken-draft:';
const keptBroken = 3;

export type ReadDraft = { kind: 'none' } | { kind: 'broken' } | { kind: 'draft'; draft: Draft };

/** The drafts of one kind in this browser, each under its tab's name, so that no tab writes over another's. */
export class DraftShelf {
  readonly #storage: Storage;
  readonly #kind: DraftKind;

  constructor(storage: Storage, kind = tabDrafts) {
    this.#storage = storage;
    this.#kind = kind;
  }

  /** A broken draft is set aside, under a name of its own, so that the next write does not destroy it. */
  read(tab: string): ReadDraft {
    const text = this.#storage.getItem(this.#kind.prefix + tab);
    if (text === null) return { kind: 'none' };
    const draft = parseDraft(text);
    if (draft) return { kind: 'draft', draft };
    for (const old of this.#names(brokenPrefix)
      .sort()
      .slice(0, -keptBroken + 1))
      this.#storage.removeItem(brokenPrefix + old);
    this.#storage.removeItem(this.#kind.prefix + tab);
    this.#put(`${brokenPrefix}${Date.now()}-${tab}`, text);
    return { kind: 'broken' };
  }

  /** Keeps a draft; where the browser has no room, older drafts make room for it, and else the problem is returned. */
  write(tab: string, draft: Draft): DraftProblem | null {
    const text = formatDraft(draft);
    while (!this.#put(this.#kind.prefix + tab, text)) if (!this.#removeOldest(tab)) return full;
    while (this.#names(this.#kind.prefix).length > this.#kind.kept) this.#removeOldest(tab);
    return null;
  }

  /** The tabs whose drafts are kept, the one that was written last first. */
  tabs(): string[] {
    return this.#names(this.#kind.prefix)
      .map((tab) => ({
        tab,
        at: parseDraft(this.#storage.getItem(this.#kind.prefix + tab) ?? '')?.savedAt ?? 0,
      }))
      .sort((a, b) => b.at - a.at)
      .map(({ tab }) => tab);
  }

  #names(prefix: string): string[] {
    const keys = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index) ?? '');
    return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  }

  #put(key: string, text: string): boolean {
    try {
      this.#storage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }

  /** Whether there was another draft than `spared` to let go of. */
  #removeOldest(spared: string): boolean {
    const oldest = this.tabs().findLast((tab) => tab !== spared);
    if (oldest !== undefined) this.#storage.removeItem(this.#kind.prefix + oldest);
    return oldest !== undefined;
  }
}

const full: DraftProblem = {
  kind: 'full',
  message:
    'The browser’s storage is full: your changes will be lost when this tab closes. Copy what you need, or make the files smaller.',
};
