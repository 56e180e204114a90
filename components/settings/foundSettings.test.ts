import { expect, it } from 'vitest';
import type { PostgresSetting } from '../../protocol/messages/settingMessages.ts';
import { foundSettings } from './foundSettings.ts';

const setting = (name: string, about = '', category = 'Resource Usage'): PostgresSetting => ({
  name,
  value: '',
  type: 'string',
  allowed: [],
  category,
  about,
  restart: false,
  changed: false,
});
const settings = [
  setting('geqo'),
  setting('log_statement', 'Sets the type of statements logged.'),
  setting('mine.size', 'How large.', 'Customized Options'),
  setting('wal_level', 'Sets the level of information written to the WAL.'),
];
const names = (search: string) => foundSettings(settings, search).map(({ name }) => name);

it('offers the usual ones and those of extensions before anything is searched for', () => {
  expect(names(' ')).toEqual(['log_statement', 'mine.size', 'wal_level']);
});

it('finds all words in any order, names before descriptions', () => {
  expect(names('LEVEL wal')).toEqual(['wal_level']);
  expect(names('l')).toEqual(['log_statement', 'wal_level', 'mine.size']);
  expect(names('statements geqo')).toEqual([]);
});
