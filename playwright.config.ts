import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { testOwner } from './test/support/testOwner.ts';

/** Another port lets two run side by side on one machine. */
const port = Number(process.env.PLAYGROUND_TEST_PORT ?? 4_874);

/** Chromium's sandbox does not start as root; the page under test is our own. The rest keeps it from calling home. */
const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 20_000 },
  // Each of them waits for the compiler and for Postgres a third of its time.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${port}`,
    // It takes a seventh of the time, and a machine that is thrown away afterwards shows it to nobody.
    trace: process.env.CI ? 'off' : 'retain-on-failure',
    launchOptions: { executablePath: process.env.PLAYGROUND_CHROMIUM, args: chromiumFlags },
  },
  webServer: {
    command: 'node server/main.ts',
    url: `http://127.0.0.1:${port}/api/v1/health`,
    env: {
      NODE_ENV: 'production',
      PLAYGROUND_PORT: String(port),
      PLAYGROUND_INSTANCE: testOwner(`e2e-${port}`),
      PLAYGROUND_STORE: join(tmpdir(), `pgrx-playground-e2e-${port}.db`),
      DATABASE_URL: '',
      PLAYGROUND_TUTORIALS: 'test/e2e/courses',
    },
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
  },
});
