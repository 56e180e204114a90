import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeBinary } from '../packages/npmPackages.mjs';
import { runCommand } from '../process/runCommand.mjs';
import { root } from '../root.mjs';
import { afterRetry, failedInPlaywright, failedInVitest, mostRetried, vitestFilter } from './retry.mjs';
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
    run: vitestWithRetry('containers', 'abuse'),
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
  return async (extra, env) => {
    const { report, code } = await runVitest(projects, extra, env);
    return vitestCounts(report, code);
  };
}

/** A test that waits for containers can fail for want of a processor: what fails is tried once more, alone. */
function vitestWithRetry(...projects) {
  return async (extra, env) => {
    const first = await runVitest(projects, extra, env);
    const counts = vitestCounts(first.report, first.code);
    const failed = failedInVitest(first.report);
    if (failed.length === 0 || failed.length > mostRetried) return counts;
    const passed = [];
    for (const file of new Set(failed.map((test) => test.file))) {
      const tests = failed.filter((test) => test.file === file);
      const filter = vitestFilter(
        file,
        tests.map(({ name }) => name),
      );
      console.log(`\n=== again, alone: ${filter.join(' ')}`);
      const again = await runVitest(projects, filter, env);
      const still = new Set(failedInVitest(again.report).map(({ name }) => name));
      if (again.report?.numPassedTests > 0 && !still.has(null))
        passed.push(...tests.filter(({ name }) => (name === null ? still.size === 0 : !still.has(name))));
    }
    return afterRetry(counts, failed, passed);
  };
}

function runVitest(projects, extra, env) {
  return withReport(async (file) => {
    const chosen = projects.flatMap((project) => ['--project', project]);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const args = [module('vitest/vitest.mjs'), 'run', ...chosen, ...reporters, ...extra];
    const { code } = await node(args, env);
    return { report: readReport(file), code };
  });
}

async function playwright(extra, env) {
  const first = await runPlaywright(extra, env);
  const counts = playwrightCounts(first.report, first.code);
  const failed = failedInPlaywright(first.report);
  if (failed.length === 0 || failed.length > mostRetried) return counts;
  console.log('\n=== again, alone: the end-to-end tests that failed');
  const again = await runPlaywright(['--last-failed', '--workers=1'], env);
  const still = failedInPlaywright(again.report);
  const passed = failed.filter(
    ({ file, name }) => !still.some((one) => one.file === file && one.name === name),
  );
  return afterRetry(counts, failed, again.report?.stats?.expected > 0 ? passed : []);
}

function runPlaywright(extra, env) {
  return withReport(async (file) => {
    const args = [module('@playwright/test/cli.js'), 'test', '--reporter=list,json', ...extra];
    const { code } = await node(args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
    return { report: readReport(file), code };
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
