import { create } from 'zustand';
import type { RunRecord } from '../session/state/sessionState.ts';
import type { BuiltVersion } from './draftUpgrade.ts';
import { projectVersion } from './projectVersion.ts';

/** Of so many versions the generated SQL is remembered. */
const keptVersions = 8;

export interface BuiltVersionsState {
  /** The versions that were built on this page of the tab, the last one first. */
  built: BuiltVersion[];
  /** What the database has, as the last run left it. */
  inDatabase: { name: string; version: string } | null;
}

export const useBuiltVersions = create<BuiltVersionsState>()(() => ({ built: [], inDatabase: null }));

/** The database is gone with its container, or is another session's. */
export function forgetDatabase(): void {
  if (useBuiltVersions.getState().inDatabase) useBuiltVersions.setState({ inDatabase: null });
}

/** Takes from a run what it tells of the extension's version. */
export function rememberVersions({ request, events }: RunRecord): void {
  if (request?.mode === 'resetDatabase') useBuiltVersions.setState({ inDatabase: null });
  for (const event of events) {
    if (event.type === 'extension') {
      const { name, version, sql } = event;
      remember({ name, version, sql });
      useBuiltVersions.setState({ inDatabase: { name, version } });
    } else if (event.type === 'generated') {
      const told = request && projectVersion(request.files);
      if (told) remember({ name: told.name, version: told.version, sql: event.sql });
    }
  }
}

function remember(one: BuiltVersion): void {
  useBuiltVersions.setState(({ built }) => ({
    built: [one, ...built.filter((other) => other.name !== one.name || other.version !== one.version)].slice(
      0,
      keptVersions,
    ),
  }));
}
