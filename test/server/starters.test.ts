import { describe, expect, test } from 'vitest';
import { readStarter } from '../../server/readStarter.ts';
import { readStarters } from '../../server/readStarters.ts';
import { testMajors } from '../support/subject.ts';
import { eventsAsText } from './eventsAsText.ts';
import { startPlayground } from './playground.ts';

const starters = await readStarters('starters', await readStarter('docker/starter'));

describe.each(testMajors)('on Postgres %i', (postgres) => {
  test.each(starters)(
    '$name compiles without a warning, and Postgres says of it what it should',
    async ({ name, files, sql }) => {
      await using playground = await startPlayground('starters', { postgres });
      const { events, of } = await playground.run(files, sql);
      expect(of('diagnostic').map(({ rendered }) => rendered)).toEqual([]);
      expect(of('extension')).toHaveLength(1);
      await expect(eventsAsText(events)).toMatchFileSnapshot(`../../starters/${name}/expected.txt`);
    },
  );
});
