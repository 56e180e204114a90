import { expect, test } from 'vitest';
import { fail } from '../../protocol/result.ts';
import { packHere } from '../../test/support/packHere.ts';
import { snippetPacker } from './snippetPacker.ts';

const snippet = { files: {}, sql: '', postgres: 17, lock: '# lock\n', madeWith: { pgrx: '0.19.3' } };

test('fills in a Cargo.toml that pins the pgrx of the link', async () => {
  const starter = { 'Cargo.toml': '[package]\nname = "mine"\n[dependencies]\npgrx = "=0.19.3"\n' };
  const older = { ...snippet, madeWith: { pgrx: '0.18.1' } };
  let packed = '';
  const packIt: Parameters<typeof snippetPacker>[1] = (given) => {
    packed = given[0].files['Cargo.toml'] ?? '';
    return packHere(given);
  };
  await snippetPacker(starter, packIt)(older as never, 'zip', 'a');
  expect(packed).toContain('pgrx = "=0.18.1"');
});

test('packs what the starter fills in, or nothing where the server has too much to do', async () => {
  const starter = { 'Cargo.toml': '[package]\nname = "mine"\n' };
  const packed = await snippetPacker(starter, packHere)(snippet as never, 'zip', 'a');
  expect(packed?.name).toBe('mine.zip');
  const busy = async () => fail({ message: 'too much' });
  expect(await snippetPacker(starter, busy)(snippet as never, 'zip', 'a')).toBeNull();
});
