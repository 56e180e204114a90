import { expect, it } from 'vitest';
import type { Action } from '../page/action.ts';
import { rankActions } from './rankActions.ts';

const action = (id: string, name: string, group: Action['group']): Action => ({
  id,
  name,
  group,
  perform() {},
});
const actions = [
  action('run', 'Run', 'Run'),
  action('elsewhere', 'Load the library in another server', 'Run'),
  action('lint', 'Lint', 'Files'),
  action('theme', 'Dark', 'View'),
];
const found = (search: string) => rankActions(actions, search).map(({ id }) => id);

it('has all of them in their order where nothing is searched', () => {
  expect(found('')).toEqual(['run', 'elsewhere', 'lint', 'theme']);
  expect(found('  ')).toEqual(['run', 'elsewhere', 'lint', 'theme']);
});

it('has the best match first, be its group a later one', () => {
  expect(found('lint')).toEqual(['lint', 'elsewhere']);
  expect(found('lint ')).toEqual(['lint', 'elsewhere']);
});

it('finds by the name, letters left out, and by the id', () => {
  expect(found('ltl')[0]).toBe('elsewhere');
  expect(found('theme')).toEqual(['theme']);
  expect(found('xyzzy')).toEqual([]);
});
