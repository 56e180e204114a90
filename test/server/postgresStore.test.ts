import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type StorePostgres, startStorePostgres } from '../support/storePostgres.ts';
import { storeQuestions } from '../support/storeQuestions.ts';

let postgres: StorePostgres;
let url = '';

beforeAll(async () => {
  postgres = await startStorePostgres();
});
afterAll(() => postgres[Symbol.asyncDispose]());
beforeEach(async () => {
  url = await postgres.emptyDatabase();
});

storeQuestions('Postgres', () => ({ kind: 'postgres', url }));
