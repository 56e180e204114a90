import { TextButton } from '../ui/TextButton.tsx';
import { AbiNote } from './AbiNote.tsx';
import type { UpgradeCommands } from './useUpgradeCommands.ts';

/** A connection that stays open beside runs, and what it has loaded. */
export interface LibraryRow {
  connection: string;
  pid: number | null;
  libraries: readonly { file: string; replaced: boolean }[];
}

interface UpgradePaneProps {
  commands: UpgradeCommands;
  rows: readonly LibraryRow[];
}

/** From one version of the extension to the next, as its users will go: bump, draft, update, and who runs which library. */
export function UpgradePane({ commands, rows }: UpgradePaneProps) {
  const { version, next, from, inDatabase, problem, bump, draft, update } = commands;
  return (
    <section aria-label="Upgrade" className="space-y-2 px-3 py-2">
      <p>
        {version
          ? `The project is ${version.name} ${version.version}. `
          : 'Cargo.toml and the control file don’t state the extension’s version. '}
        {inDatabase
          ? `The database has ${inDatabase.name} ${inDatabase.version} after the last run.`
          : 'Press Run first to see the version in the database.'}
      </p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        <li>
          {next ? (
            <TextButton onClick={bump}>Bump to {next}</TextButton>
          ) : (
            <span className="text-muted">The version isn’t in x.y.z form. Raise it by hand.</span>
          )}
        </li>
        <li>
          {from && version ? (
            <TextButton onClick={draft}>
              Draft upgrade script {from.version} → {version.version}
            </TextButton>
          ) : (
            <span className="text-muted">
              To draft an upgrade script, build both this version and the previous one.
            </span>
          )}
        </li>
        <li>
          <TextButton onClick={update}>Update</TextButton>{' '}
          <span className="text-muted">builds, then runs ALTER EXTENSION … UPDATE; drops nothing</span>
        </li>
      </ul>
      <p role="status" className="text-warn empty:hidden">
        {problem}
      </p>
      {rows.length === 0 ? (
        <p className="text-muted">
          Open a connection before you update to see a session that keeps the old library.
        </p>
      ) : (
        <table className="text-left">
          <caption className="sr-only">Libraries by connection</caption>
          <thead className="text-muted">
            <tr>
              {['Connection', 'Backend', 'Library', 'State'].map((head) => (
                <th key={head} scope="col" className="pr-4 font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(({ connection, pid, libraries }) =>
              (libraries.length > 0 ? libraries : [null]).map((library) => (
                <tr key={`${connection} ${library?.file ?? ''}`}>
                  <th scope="row" className="pr-4 font-medium text-pg">
                    {connection}
                  </th>
                  <td className="pr-4">{pid ?? 'closed'}</td>
                  <td className="pr-4 font-mono">{library?.file ?? 'none'}</td>
                  <td>{library && (library.replaced ? 'replaced: old until it reconnects' : 'current')}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
      <p className="text-muted">
        {version?.versionedLibrary
          ? 'The control file has no module_pathname: each version has its own library, loaded when SQL that names it runs. Don’t use this for a library with shared memory or planner hooks, which must not be loaded twice.'
          : 'The control file has module_pathname: all versions share one library. A session keeps the library it has loaded; a new session runs the new library even before the SQL is updated.'}
      </p>
      <AbiNote />
    </section>
  );
}
