import { type FoundObjects, readObjects } from '../../sql/catalog/readObjects.ts';
import { askedFeature } from './askedFeature.ts';

/** Tells the page what the installed extensions consist of. */
export const objectsFeature = askedFeature<FoundObjects>({
  type: 'objects.ask',
  nothing: { objects: [], more: 0 },
  read: readObjects,
  reply: ({ objects, more }, problem) => ({ type: 'objects', objects, more, problem }),
});
