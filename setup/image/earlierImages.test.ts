import { expect, it } from 'vitest';
import { earlierImages, imageName } from '../../docker/buildImage.mjs';

it('names the images that nothing here is built under any more, and none of another Postgres’s or pgrx’s', () => {
  const current = [imageName(15), imageName(17), imageName(18), imageName(17, '0.18.1')];
  const old = [
    'pgrx-playground:pg17-000000000000',
    'pgrx-playground:pg18-000000000000',
    'pgrx-playground:pg17-pgrx0.18.1-000000000000',
  ];
  expect(earlierImages([...current, ...old])).toEqual(old);
  expect(earlierImages(['pgrx-playground:dev', 'pgrx-playground:<none>'])).toEqual([]);
});
