import { useMemo } from 'react';
import { id as runId } from '../../protocol/messages/clientMessage.ts';
import type { Action } from '../page/action.ts';
import { usePage } from '../page/usePage.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { isRunning } from '../session/state/isRunning.ts';
import { copyText } from '../ui/copyText.ts';
import { useFreshDatabase } from '../workspace/useFreshDatabase.ts';
import { useRunId } from './runIdStore.ts';

/** What a run and its container can be told. Only what would do something now. */
export function useRunActions(): Action[] {
  const { runProject } = usePage();
  const running = useSession(isRunning);
  const current = useSession((state) => state.current?.id ?? null);
  const container = useSession((state) => state.container);
  const cancel = useSession((state) => state.cancel);
  const keepAwake = useSession((state) => state.keepAwake);
  const endSession = useSession((state) => state.endSession);
  const { fresh, setFresh } = useFreshDatabase();
  return useMemo(() => {
    const group = 'Run';
    const run = () => runProject();
    const resetDatabase = () => runProject('resetDatabase');
    const restartPostgres = () => runProject('restartPostgres');
    return [
      { id: 'run', name: 'Run', keys: 'Mod+Enter', group, perform: run },
      {
        id: 'freshDatabase',
        name: fresh ? 'Keep the database between runs' : 'Use a fresh database for each run',
        group,
        perform: () => setFresh(!fresh),
      },
      ...(running ? [{ id: 'cancel', name: 'Cancel run', group, perform: cancel } as const] : []),
      ...(container === 'none'
        ? []
        : ([
            {
              id: 'resetDatabase',
              name: 'Reset database',
              group,
              inMenu: true,
              perform: resetDatabase,
            },
            { id: 'restartPostgres', name: 'Restart Postgres', group, perform: restartPostgres },
            { id: 'keepAwake', name: 'Keep container awake', group, perform: keepAwake },
            { id: 'endSession', name: 'Stop container', group, inMenu: true, perform: endSession },
          ] as const)),
      // A link's recorded run has no such ID: it was done elsewhere, or long ago.
      ...(runId.safeParse(current).success
        ? ([
            {
              id: 'copyRunId',
              name: 'Copy run ID',
              group,
              inMenu: true,
              perform: () => void copyRunId(current ?? ''),
            },
          ] as const)
        : []),
    ];
  }, [runProject, running, current, container, cancel, keepAwake, endSession, fresh, setFresh]);
}

async function copyRunId(id: string): Promise<void> {
  useRunId.setState({ note: { id, copied: await copyText(id) } });
}
