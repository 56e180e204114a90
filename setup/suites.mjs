import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeBinary } from './npmPackages.mjs';
import { root } from './root.mjs';
import { runCommand } from './runCommand.mjs';
import { oneTest, playwrightCounts, vitestCounts } from './summary.mjs';

const module = (path) => join(root, 'node_modules', path);

/** The parts of `npm test`, in their order: what each needs to be prepared, and `run(extraArguments, env) -> counts`. */
export const suites = {
  lint: {
    title: 'format and lint',
    needs: ['packages'],
    run: oneTool(module('@biomejs/biome/bin/biome'), ['check', '--error-on-warnings']),
  },
  types: {
    title: 'types',
    needs: ['packages'],
    run: oneTool(module('typescript/bin/tsc'), ['--noEmit', '-p', '.']),
  },
  unit: { title: 'unit tests', needs: ['packages'], run: vitest('unit', 'view') },
  containers: {
    title: 'tests against real containers',
    needs: ['packages', 'engine', 'images', 'page'],
    run: vitest('containers', 'abuse'),
  },
  e2e: {
    title: 'end-to-end tests',
    needs: ['packages', 'engine', 'chromium', 'images', 'page'],
    run: playwright,
  },
};

function oneTool(file, args) {
  return async (extra, env) => oneTest((await node([file, ...args, ...extra], env)).code === 0);
}

function vitest(...projects) {
  return (extra, env) =>
    withReport(async (report) => {
      const chosen = projects.flatMap((project) => ['--project', project]);
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const { code } = await node(
        [module('vitest/vitest.mjs'), 'run', ...chosen, ...reporters, ...extra],
        env,
      );
      return vitestCounts(readReport(report), code);
    });
}

function playwright(extra, env) {
  return withReport(async (report) => {
    const args = [module('@playwright/test/cli.js'), 'test', '--reporter=list,json', ...extra];
    const { code } = await node(args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
    return playwrightCounts(readReport(report), code);
  });
}

const node = (args, env) => runCommand(nodeBinary, args, { env, inherit: true });

async function withReport(use) {
  const folder = mkdtempSync(join(tmpdir(), 'pgrx-playground-test-'));
  try {
    return await use(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A runner that died before its report was written has none; its exit code then says so. */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
