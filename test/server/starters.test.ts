import { afterAll, beforeAll, describe, test } from 'vitest';
import { readStarter } from '../../server/starters/readStarter.ts';
import { readStarters } from '../../server/starters/readStarters.ts';
import { testMajors } from '../support/subject.ts';
import { eventsAsText } from './eventsAsText.ts';
import { type Playground, startPlayground } from './playground.ts';

const starters = await readStarters('starters', await readStarter('docker/starter'));

// One container for each major, with new data for each starter: that takes less than a new container. Of two majors one
// waits where the other computes.
describe.concurrent.each(testMajors)('on Postgres %i', (postgres) => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await startPlayground('starters', { postgres });
  });
  afterAll(async () => {
    await playground[Symbol.asyncDispose]();
  });

  test.for(starters)(
    '$name compiles without a warning, and Postgres says of it what it should',
    { concurrent: false },
    async ({ name, files, sql }, { expect }) => {
      await renewData(playground);
      const { events, of } = await playground.run(files, sql);
      expect(of('diagnostic').map(({ rendered }) => rendered)).toEqual([]);
      expect(of('extension')).toHaveLength(1);
      await expect(eventsAsText(events)).toMatchFileSnapshot(`../../starters/${name}/expected.txt`);
    },
  );
});

/** Has the database as in a new container, in the same one where that is possible. */
async function renewData(playground: Playground): Promise<void> {
  const { sandbox, sql, state } = playground;
  const signal = new AbortController().signal;
  const end = await sql.reset({ sandbox, signal, emit: () => {} }, state);
  if (end.kind !== 'ok') await playground.renew();
}
