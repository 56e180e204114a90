import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { missing } from '../missing.mjs';
import { runCommand } from '../process/runCommand.mjs';
import { root } from '../root.mjs';
import { packagesMatch } from './packagesMatch.mjs';

export const nodeBinary = join(root, 'node_modules/node/bin/node');

/**
 * Makes sure that `node_modules` is what the lock file says, and that Node 24 is in it. `npm ci` can't be used: it refuses
 * a lock file without the optional packages of other platforms, which not every registry serves. `npm install --no-save`
 * takes the same versions, checked by the same hashes, and changes no file of ours; that it did is looked at afterwards.
 */
export async function ensureNpmPackages(say) {
  if (!installedAsLocked()) {
    say('npm install');
    const { code, output } = await npm(
      ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      say,
    );
    if (code !== 0) return notInstalled(`npm exited with ${code}: ${lastError(output)}`);
    if (!installedAsLocked()) return notInstalled("the installed packages don't match package-lock.json");
  }
  // npm can be told not to run install scripts, and takes the binary away when it changes another package; the node
  // package's own script fetches it.
  if (!existsSync(nodeBinary)) {
    const script = { say, cwd: join(root, 'node_modules/node'), env: ownNodeEnvironment() };
    await runCommand(process.execPath, ['installArchSpecificPackage.js'], script);
  }
  // The binary was not there when npm made its links. By this one, `node` in npm's scripts is Node 24.
  if (!existsSync(join(root, 'node_modules/.bin/node')))
    await npm(['rebuild', 'node', '--ignore-scripts', '--loglevel=error'], say);
  const { code, output } = await runCommand(nodeBinary, ['--version']);
  if (code !== 0)
    return missing('Node 24', `${nodeBinary} doesn't run: ${output.trim()}`, 'npm rebuild node');
  return { kind: 'ready', detail: `as locked, with Node ${output.trim()}` };
}

const notInstalled = (reason) =>
  missing('npm packages', reason, 'delete node_modules, run npm install --no-save, and read its output');

function installedAsLocked() {
  try {
    return packagesMatch(
      JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')),
      JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')),
    );
  } catch {
    return false;
  }
}

const npm = (args, say) => runCommand('npm', args, { say, env: ownNodeEnvironment() });

/** npm replaces what is in `node_modules`, so it must not run by a `node` from there. */
function ownNodeEnvironment() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return {
    ...process.env,
    PATH: folders.filter((folder) => !folder.includes('node_modules')).join(delimiter),
  };
}

const lastError = (output) =>
  output.split('\n').find((line) => line.startsWith('npm error')) ?? 'no reason given';
