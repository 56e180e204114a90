import { useMemo } from 'react';
import { confEntries, withoutSetting, withSetting } from './confText.ts';
import { useWorkspace, useWorkspaceStore } from './WorkspaceProvider.tsx';
import { confPath, writeConf } from './writeConf.ts';

/** The server reads it (SPEC.md, R11); it goes with the project and its links as a line of its postgresql.conf. */
const setting = 'playground.fresh_database';

/** Whether each run begins with an empty database, and what switches that. */
export function useFreshDatabase(): { fresh: boolean; setFresh(fresh: boolean): void } {
  const workspace = useWorkspaceStore();
  const text = useWorkspace(({ files }) => files[confPath] ?? '');
  return useMemo(() => {
    const value = confEntries(text).findLast(({ name }) => name === setting)?.value ?? 'off';
    return {
      fresh: /^(on|true|yes|1)$/i.test(value),
      setFresh: (fresh) =>
        writeConf(workspace, fresh ? withSetting(text, setting, 'on') : withoutSetting(text, setting)),
    };
  }, [workspace, text]);
}
