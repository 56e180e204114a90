import { missing } from '../missing.mjs';
import { aptInstall } from './aptInstall.mjs';
import { thisMachine } from './distribution.mjs';
import { canRun, onPath } from './onPath.mjs';

const why = 'the end-to-end tests need it';

/**
 * Makes sure of a Chromium: `{ kind: 'ready', path }`. Taken in this order: `PLAYGROUND_CHROMIUM`, the system's, the one
 * that Playwright downloads. Needs the npm packages. Ubuntu's package is only a pointer to a snap, which does not run
 * without systemd, so only Debian's is installed.
 */
export async function ensureChromium(say, machine = thisMachine(), env = process.env) {
  const named = env.PLAYGROUND_CHROMIUM;
  if (named && !canRun(named)) {
    return missing(
      'Chromium',
      `${why}, but PLAYGROUND_CHROMIUM is ${named}, which can't be run`,
      'unset PLAYGROUND_CHROMIUM',
    );
  }
  const found = named ?? systemChromium() ?? (await playwrightsOwn());
  if (found) return ready(found);
  if (machine.distribution === 'debian' && machine.isRoot) {
    say('installing chromium');
    const installed = await aptInstall(['chromium'], say);
    const path = systemChromium();
    if (path) return ready(path);
    return missing(
      'Chromium',
      `${why}, but apt-get failed to install it: ${installed.reason}`,
      'apt-get install chromium',
    );
  }
  const mend =
    machine.distribution === 'debian'
      ? 'sudo apt-get install chromium'
      : 'npx playwright install --with-deps chromium';
  return missing('Chromium', why, mend);
}

const ready = (path) => ({ kind: 'ready', path, detail: path });

const systemChromium = () => onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome');

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return canRun(path) ? path : null;
}
