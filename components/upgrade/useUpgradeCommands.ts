import { useMemo, useState } from 'react';
import { usePage } from '../page/usePage.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { useWorkspace, useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { type BuiltVersionsState, useBuiltVersions } from './builtVersions.ts';
import { type BuiltVersion, draftUpgrade } from './draftUpgrade.ts';
import { nextVersion, type ProjectVersion, projectVersion, withVersion } from './projectVersion.ts';

export interface UpgradeCommands {
  version: ProjectVersion | null;
  next: string | null;
  /** The version built before the project's own, where both were. */
  from: BuiltVersion | null;
  inDatabase: BuiltVersionsState['inDatabase'];
  /** Why the last command did nothing. */
  problem: string | null;
  bump(): void;
  draft(): void;
  update(): void;
}

/** What can be done about versions. */
export function useUpgradeCommands(): UpgradeCommands {
  const { runProject } = usePage();
  const workspace = useWorkspaceStore();
  const files = useWorkspace((state) => state.files);
  const built = useBuiltVersions((state) => state.built);
  const told = useBuiltVersions((state) => state.inDatabase);
  // A run whose events come again after a reload may be of a container that is gone.
  const inDatabase = useSession(({ container }) => container === 'ready') ? told : null;
  const [problem, setProblem] = useState<string | null>(null);
  return useMemo(() => {
    const version = projectVersion(files);
    const next = version && nextVersion(version.version);
    const mine = built.filter(({ name }) => name === version?.name);
    const to = mine.find((one) => one.version === version?.version);
    const before = mine.filter((one) => one !== to);
    const from = (to && (before.find((one) => one.version === inDatabase?.version) ?? before[0])) ?? null;
    return {
      version,
      next,
      from,
      inDatabase,
      problem,
      update: () => runProject('run', { update: true }),
      bump() {
        setProblem(null);
        if (version && next)
          workspace.getState().edit(version.file, withVersion(files[version.file] ?? '', next));
      },
      draft() {
        if (!from || !to) return setProblem('Build both versions first. Press Update to build this one.');
        const script = draftUpgrade(from, to);
        const path = `sql/${to.name}--${from.version}--${to.version}.sql`;
        if (script === null) return setProblem(`The SQL of ${from.version} and ${to.version} is identical.`);
        const found = workspace.getState().add(path, script);
        if (found?.kind === 'taken') workspace.getState().open(path);
        setProblem(found?.message ?? null);
      },
    };
  }, [files, built, inDatabase, problem, runProject, workspace]);
}
