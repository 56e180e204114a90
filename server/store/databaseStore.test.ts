import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { storeQuestions } from '../../test/support/storeQuestions.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pgrx-playground-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

storeQuestions('SQLite', () => ({ kind: 'sqlite', file: join(folder, 'data/links.db') }));
