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
          : 'Cargo.toml and the control file do not tell the extension’s version. '}
        {inDatabase
          ? `The database has ${inDatabase.name} ${inDatabase.version}, as the last run left it.`
          : 'No run has told yet what the database has: press Run first.'}
      </p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        <li>
          {next ? (
            <TextButton onClick={bump}>Bump to {next}</TextButton>
          ) : (
            <span className="text-muted">A version that is not x.y.z is yours to raise.</span>
          )}
        </li>
        <li>
          {from && version ? (
            <TextButton onClick={draft}>
              Draft upgrade script {from.version} → {version.version}
            </TextButton>
          ) : (
            <span className="text-muted">
              An upgrade script can be drafted once this version and the one before it were built.
            </span>
          )}
        </li>
        <li>
          <TextButton onClick={update}>Update</TextButton>{' '}
          <span className="text-muted">builds, then ALTER EXTENSION … UPDATE; nothing is dropped</span>
        </li>
      </ul>
      <p role="status" className="text-warn empty:hidden">
        {problem}
      </p>
      {rows.length === 0 ? (
        <p className="text-muted">
          Open a connection before you update, to see a session that keeps the old library.
        </p>
      ) : (
        <table className="text-left">
          <caption className="sr-only">Which connection runs which library</caption>
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
                  <td className="pr-4 font-mono">{library?.file ?? 'none yet'}</td>
                  <td>
                    {library &&
                      (library.replaced ? 'replaced: old until it reconnects' : 'the installed one')}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
      <p className="text-muted">
        {version?.versionedLibrary
          ? 'The control file has no module_pathname: each version has a library of its own, loaded when the SQL that names it is run. A library with shared memory or planner hooks must not be loaded twice, so this is not for those.'
          : 'The control file has module_pathname: all versions share one library. A session keeps the one that it has loaded; a new one runs the new library even before the SQL is updated.'}
      </p>
      <AbiNote />
    </section>
  );
}
