import { askedFeature } from './askedFeature.ts';
import { type FoundObjects, readObjects } from '../../sql/catalog/readObjects.ts';

/** Tells the page what the installed extensions consist of. */
export const objectsFeature = askedFeature<FoundObjects>({
  type: 'objects.ask',
  nothing: { objects: [], more: 0 },
  read: readObjects,
  reply: ({ objects, more }, problem) => ({ type: 'objects', objects, more, problem }),
});
