import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBuildContext } from './buildContext.mjs';
import { openBuildProgress } from './buildProgress.mjs';
import { ensureBase } from './ensureBase.mjs';
import { imageTag } from './imageTag.mjs';

import { PGRX_VERSION } from './pgrxVersion.mjs';
import { runLines } from './runLines.mjs';

const FOLDER = dirname(fileURLToPath(import.meta.url));

/**
 * What the session image of this folder's content is called.
 *
 * @param {number} postgresMajor
 * @param {string} [pgrxVersion]
 * @returns {string}
 */
export function imageName(postgresMajor, pgrxVersion = PGRX_VERSION) {
  return imageTag(FOLDER, { postgresMajor, pgrxVersion });
}

/**
 * Makes sure of the session image: one whose tag fits this folder's content is used as it is, any other is built
 * (about 10 minutes on 2 cores, the second one 7). Needs a Docker Engine that answers. `gently` leaves the processor to
 * others, where the builder can. `PLAYGROUND_PGDG` is the address of an apt archive of the PostgreSQL project, for majors
 * that Debian has not.
 *
 * @param {{ log?: (line: string) => void, postgresMajor?: number, pgrxVersion?: string, gently?: boolean }} [options]
 * @returns {Promise<{ tag: string, built: boolean, ms: number }>}
 *   throws an Error that names the failed step on its first line; the builder's last 30 lines follow
 */
export async function ensureImage({
  log = console.log,
  postgresMajor = 17,
  pgrxVersion = PGRX_VERSION,
  gently = false,
} = {}) {
  const started = Date.now();
  const tag = imageName(postgresMajor, pgrxVersion);
  const present = await runLines('docker', ['image', 'inspect', '--format', '{{.Id}}', tag]);
  if (present.code === 0) return { tag, built: false, ms: Date.now() - started };
  if (present.code === 127) throw new Error('There is no docker command. Install Docker, then try again.');

  log(`image: building ${tag} (about 10 minutes on 2 cores)`);
  await ensureBase(log);
  const pgdg = process.env.PLAYGROUND_PGDG;
  const versions = {
    PG_MAJOR: String(postgresMajor),
    PGRX_VERSION: pgrxVersion,
    ...(pgdg && { PGDG: pgdg }),
  };
  await build(tag, versions, log, gently);
  await tellOlder(log);
  return { tag, built: true, ms: Date.now() - started };
}

async function build(tag, buildArgs, log, gently) {
  const context = openBuildContext(FOLDER, buildArgs.PGRX_VERSION);
  const progress = openBuildProgress(log);
  try {
    const args = ['build', '--tag', tag];
    for (const [name, value] of Object.entries(buildArgs)) args.push('--build-arg', `${name}=${value}`);
    const env = { ...process.env };
    if ((await runLines('docker', ['buildx', 'version'])).code === 0) args.push('--progress=plain');
    else {
      env.DOCKER_BUILDKIT = '0';
      if (gently) args.push('--cpu-shares=64');
    }
    const { code, tail } = await runLines('docker', [...args, context.folder], {
      env,
      onLine: progress.line,
    });
    if (code !== 0) {
      const said = tail.map((line) => `  | ${line}`).join('\n');
      throw new Error(`The session image was not built, for this failed: ${progress.step()}\n${said}`);
    }
  } finally {
    progress.close();
    context.close();
  }
}

/**
 * Of these images' names, those that this folder's content would not be built under, for whichever Postgres and pgrx.
 *
 * @param {string[]} names
 * @returns {string[]}
 */
export function earlierImages(names) {
  return names.filter((name) => {
    const [, major, pgrx] = /:pg(\d+)-(?:pgrx([^-]+(?:-[a-z][^-]*)?)-)?[\da-f]+$/.exec(name) ?? [];
    return major !== undefined && name !== imageName(Number(major), pgrx);
  });
}

/** Images of earlier versions are left alone: another checkout may use them. */
async function tellOlder(log) {
  const names = [];
  await runLines('docker', ['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}', 'pgrx-playground'], {
    onLine: (line) => names.push(line),
  });
  const older = earlierImages(names);
  if (older.length > 0)
    log(`image: earlier ones are still there; to remove them: docker image rm ${older.join(' ')}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const words = process.argv.slice(2);
    const wanted = words.filter((word) => /^\d\d(?:\/[\w.-]+)?$/.test(word));
    for (const word of wanted.length > 0 ? wanted : ['17']) {
      const [major, pgrxVersion] = word.split('/');
      const gently = words.includes('--gently');
      const { tag, built, ms } = await ensureImage({ postgresMajor: Number(major), pgrxVersion, gently });
      console.log(`image: ${tag} ${built ? `built in ${Math.round(ms / 1000)} s` : 'is there'}`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
