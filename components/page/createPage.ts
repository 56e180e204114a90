import type { StoreApi } from 'zustand/vanilla';
import type { RunMode, RunRequest } from '../../protocol/project.ts';
import { isRunning } from '../session/state/isRunning.ts';
import type { RunRecord, SessionState } from '../session/state/sessionState.ts';
import type { WorkspaceStore } from '../workspace/createWorkspaceStore.ts';
import { scriptDocument } from '../workspace/documents.ts';
import { toRunRequest } from '../workspace/toRunRequest.ts';
import { useLayout } from './layoutStore.ts';
import { showTool } from './showTool.ts';

/** What became of a request to run: under way, or waiting for the connection; why it is not, is said with the results; or another run is on. */
export type RunAnswer = 'taken' | 'refused' | 'running';

/** What every feature of the page can do with the rest of it. */
export interface Page {
  /** Goes to a place in a file or in the script, which a phone must first show. */
  reveal(document: string, line: number, column: number): void;
  showTool: typeof showTool;
  /** Runs what is on the screen, in this mode. While a run is on, it does nothing: Cancel is a thing of its own. */
  runProject(mode?: RunMode, more?: Omit<Partial<RunRequest>, 'mode'>): RunAnswer;
  /** Gives the project a new database, and runs it in that. */
  resetAndRun(): Promise<void>;
  /** The run under way once it has ended, or at once the last one where none is. */
  untilRunEnds(): Promise<RunRecord | null>;
  isFile(path: string): boolean;
}

export function createPage(workspace: WorkspaceStore, session: StoreApi<SessionState>): Page {
  const page: Page = {
    reveal(document, line, column) {
      useLayout.setState({ phonePane: document === scriptDocument ? 'sql' : 'code', toolsMaximised: false });
      workspace.getState().revealAt(document, line, column);
    },
    showTool,
    runProject(mode = 'run', more = {}) {
      const { run, refuse } = session.getState();
      if (isRunning(session.getState())) return 'running';
      useLayout.setState({ phonePane: 'results' });
      const answer = toRunRequest(workspace.getState());
      if (!answer.ok) {
        refuse(answer.error);
        return 'refused';
      }
      return run({ ...answer.value, ...more, mode }) ? 'refused' : 'taken';
    },
    async resetAndRun() {
      if (page.runProject('resetDatabase') !== 'taken') return;
      const reset = await page.untilRunEnds();
      if (reset?.done?.outcome === 'ok') page.runProject();
    },
    untilRunEnds() {
      const { promise, resolve } = Promise.withResolvers<RunRecord | null>();
      const look = ({ current, waiting }: SessionState) => {
        if (isRunning({ current }) || waiting) return;
        stop();
        resolve(current);
      };
      const stop = session.subscribe(look);
      look(session.getState());
      return promise;
    },
    isFile: (path) => path in workspace.getState().files,
  };
  return page;
}
