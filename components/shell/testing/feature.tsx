import { useEffect } from 'react';
import { create } from 'zustand';
import type { Feature } from '../../page/feature.ts';
import { NotesPane } from './NotesPane.tsx';

/** What a test sees of the feature. */
export const count = create<{ notes: number; started: number }>()(() => ({ notes: 0, started: 0 }));

/** A feature as somebody would add it: all that a feature can have, in two files. */
export const notes: Feature = {
  id: 'notes',
  tabs: [
    {
      id: 'notes',
      name: 'Notes',
      Content: () => <NotesPane count={count(({ notes: all }) => all)} />,
      useCount: () => count(({ notes: all }) => all),
    },
  ],
  parts: { status: () => <span>notes are on</span> },
  useActions: () => actions,
  useBackground() {
    useEffect(() => count.setState(({ started }) => ({ started: started + 1 })), []);
  },
};

const actions = [
  {
    id: 'note',
    name: 'Write a note',
    keys: 'F9',
    group: 'Files',
    inMenu: true,
    perform: () => count.setState(({ notes: all }) => ({ notes: all + 1 })),
  },
] as const;
