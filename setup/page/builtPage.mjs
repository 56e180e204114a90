import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missing } from '../missing.mjs';
import { nodeBinary } from '../packages/npmPackages.mjs';
import { runCommand } from '../process/runCommand.mjs';
import { root } from '../root.mjs';
import { lastLine } from '../Steps.mjs';
import { contentHash } from './contentHash.mjs';

/** All that the built page is made of. */
const sources = [
  'app',
  'components',
  'docker/pgrxVersion.mjs',
  'lessons',
  'protocol',
  'public',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
];

const stampFile = join(root, '.next/pgrx-playground.sha256');

/** Makes sure that `.next` holds the page built from these very sources; a build takes about a minute on two cores. */
export async function ensureBuiltPage(say) {
  const hash = contentHash(root, sources, (file) => !/\.test\.tsx?$/.test(file));
  if (readStamp() === hash) return { kind: 'ready', detail: 'already built' };
  rmSync(stampFile, { force: true });
  say('next build');
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const next = join(root, 'node_modules/next/dist/bin/next');
  const { code, output } = await runCommand(nodeBinary, [next, 'build'], { say, env });
  if (code !== 0) {
    console.error(output.trim());
    return missing(
      'the built page',
      `next build exited with ${code}: ${lastLine(output)}`,
      'fix the errors in the output above',
    );
  }
  writeFileSync(stampFile, hash);
  return { kind: 'ready', detail: 'built' };
}

function readStamp() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return null;
  }
}
