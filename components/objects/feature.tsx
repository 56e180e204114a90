'use client';
import type { Feature } from '../page/feature.ts';
import { ObjectsPane } from './ObjectsPane.tsx';

/** What the installed extension consists of. */
export const objects: Feature = {
  id: 'objects',
  tabs: [{ id: 'objects', name: 'Objects', Content: ObjectsPane }],
};
