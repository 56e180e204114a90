import { create } from 'zustand';
import type { RunRequest } from '../../protocol/project.ts';
import type { LibraryPair } from './libraryPair.ts';
import { isOver, type MajorRun } from './majorRun.ts';
import { runOnMajor } from './runOnMajor.ts';

interface ElsewhereState {
  /** What the person has picked; what is not there is chosen for them. */
  picked: Partial<LibraryPair>;
  /** The last one, with the pair that it was of; null before the first. */
  run: (MajorRun & { pair: LibraryPair }) | null;
  running: boolean;
  /** Why the last press sent nothing: the files break a rule. */
  problem: string | null;
}

/** The wrong library in the wrong server: what is to be loaded where, and what came of it. */
export const useElsewhere = create<ElsewhereState>()(() => ({
  picked: {},
  run: null,
  running: false,
  problem: null,
}));

let current: AbortController | null = null;

/** Builds this for one Postgres, and loads the library in another's server; both in containers of their own. */
export async function loadElsewhere(
  request: RunRequest,
  pair: LibraryPair,
  session: string | null,
): Promise<void> {
  if (current) return;
  const controller = new AbortController();
  current = controller;
  const { from: libraryOf, into: postgres } = pair;
  useElsewhere.setState({
    run: { major: postgres, version: String(postgres), events: [], failure: null, pair },
    running: true,
    problem: null,
  });
  const change = (next: (run: MajorRun) => Partial<MajorRun>) =>
    useElsewhere.setState(({ run }) => ({ run: run && { ...run, ...next(run) } }));
  const failure = await runOnMajor(
    { ...request, mode: 'loadElsewhere', libraryOf, postgres },
    session,
    controller.signal,
    (event) => change(({ events }) => ({ events: [...events, event] })),
  );
  change((run) => (isOver(run) ? {} : { failure }));
  current = null;
  useElsewhere.setState({ running: false });
}

/** Stops it: the server cancels a run whose client has gone. */
export function cancelElsewhere(): void {
  current?.abort();
}
