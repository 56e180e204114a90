import { ensureEngine } from './engine/dockerEngine.mjs';
import { ensureSessionImages } from './image/sessionImage.mjs';
import { isMissing, missingReport } from './missing.mjs';
import { ensureChromium } from './packages/chromium.mjs';
import { ensureNpmPackages } from './packages/npmPackages.mjs';
import { ensureBuiltPage } from './page/builtPage.mjs';
import { Steps } from './Steps.mjs';

const requirements = {
  packages: { name: 'npm packages', ensure: ensureNpmPackages, needs: [] },
  engine: { name: 'Docker Engine', ensure: ensureEngine, needs: [] },
  chromium: { name: 'Chromium', ensure: ensureChromium, needs: ['packages'] },
  firstImage: {
    name: 'session image',
    ensure: (say) => ensureSessionImages(say, { firstOnly: true }),
    needs: ['packages', 'engine'],
  },
  images: { name: 'session images', ensure: ensureSessionImages, needs: ['packages', 'engine'] },
  page: { name: 'page', ensure: ensureBuiltPage, needs: ['packages'] },
};

/**
 * Makes sure of what is `wanted` (keys of the requirements, in the order in which they are to be had), a step for each.
 * One that is missing does not keep the others from being looked at: all are told of at once. Long builds only begin
 * once nothing is missing. Returns the answers by key, or null after having said what is missing.
 * @param {string[]} wanted
 * @param {(line: string) => void} [say]
 * @param {Record<string, { name: string, ensure: (say: (text: string) => void) => Promise<any>, needs: string[] }>} [all]
 */
export async function prepare(wanted, say = console.log, all = requirements) {
  const steps = new Steps(wanted.length, { write: say });
  const answers = {};
  const isLong = (key) => ['firstImage', 'images', 'page'].includes(key);
  for (const key of [...wanted].sort((a, b) => Number(isLong(a)) - Number(isLong(b)))) {
    const { name, ensure, needs } = all[key];
    const problems = Object.values(answers).filter(isMissing);
    if (needs.some((need) => isMissing(answers[need])) || (isLong(key) && problems.length > 0)) continue;
    answers[key] = await steps.run(name, ensure, (answer) => (isMissing(answer) ? 'missing' : answer.detail));
    if (key === 'engine' && answers.engine.endpoint)
      process.env.DOCKER_HOST = answers.engine.endpoint.dockerHost;
  }
  const problems = Object.values(answers).filter(isMissing);
  if (problems.length === 0) return answers;
  say(`\n${missingReport(problems)}`);
  return null;
}
