/** A name that only this tab holds, and where it comes from. */
export interface TabClaim {
  id: string;
  /**
   * `own`: the tab had it before a reload. `adopted`: of a tab that is closed, whose work goes on here. `new`: of nobody.
   */
  from: 'own' | 'adopted' | 'new';
  /** The draft to begin with a copy of: a duplicated tab, or a browser that cannot tell whether a tab is closed. */
  copyOf: string | null;
}

/** What a claim is made with; `hold` is true once this tab alone holds the name, until the tab is gone. */
export interface ClaimWorld {
  remembered: string | null;
  /** Whether the page was reloaded, and so its name is its own. */
  reloaded: boolean;
  /** The tabs with drafts, the newest first. */
  drafts: readonly string[];
  newId(): string;
  /** Null where the browser has no locks to ask with. */
  hold: ((id: string, tries: number) => Promise<boolean>) | null;
}

/** A reloaded page can be there before the browser has let go of the old one's lock: ten seconds of requests. */
const reloadTries = 100;
/** Any other page that finds a name is most likely a duplicated tab, whose name will not become free: half a second. */
const duplicateTries = 5;

/**
 * The name of this tab, under which its draft and its session are kept. A duplicated tab comes with a copy of the
 * other's storage, and must not take the other's name: both would write to one draft.
 */
export async function claimTab({ remembered, reloaded, drafts, newId, hold }: ClaimWorld): Promise<TabClaim> {
  const tries = reloaded ? reloadTries : duplicateTries;
  if (remembered !== null && (!hold || (await hold(remembered, tries))))
    return { id: remembered, from: 'own', copyOf: null };
  const latest = drafts[0];
  if (remembered === null && hold && latest !== undefined && (await hold(latest, 1)))
    return { id: latest, from: 'adopted', copyOf: null };
  const id = newId();
  await hold?.(id, 1);
  return { id, from: 'new', copyOf: remembered ?? (hold ? null : (latest ?? null)) };
}
