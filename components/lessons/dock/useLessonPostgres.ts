import { useEffect } from 'react';
import { useSession } from '../../session/SessionProvider.tsx';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';
import { useLesson } from '../LessonProvider.tsx';

/**
 * Chooses a Postgres on which the lesson holds, where the server's first is none. What stands in the way is returned in
 * words: this server has none of them.
 */
export function useLessonPostgres(): string | null {
  const wanted = useLesson()?.postgres ?? null;
  const installed = useSession((state) => state.versions?.postgres ?? null);
  const chosen = useWorkspace((state) => state.postgres);
  const choose = useWorkspace((state) => state.setPostgres);
  const fits = wanted && installed?.find(({ major }) => wanted.includes(major));
  const first = installed?.[0]?.major;
  const major = wanted && chosen === null && first !== undefined && !wanted.includes(first) && fits?.major;
  useEffect(() => {
    if (major) choose(major);
  }, [major, choose]);
  if (!wanted || !installed || fits) return null;
  return `This lesson is for Postgres ${wanted.join(', ')}, which isn’t available on this server. You can read it, but not run its checks.`;
}
