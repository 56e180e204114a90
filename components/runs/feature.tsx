'use client';
import type { Feature } from '../page/feature.ts';
import { LiveRegion } from './LiveRegion.tsx';
import { ResultsPane } from './ResultsPane.tsx';
import { RunIdNote } from './RunIdNote.tsx';
import { useRunActions } from './useRunActions.ts';

/** A run: how it goes, and what Postgres says. */
export const runs: Feature = {
  id: 'runs',
  parts: { results: ResultsPane, status: RunIdNote, overlay: LiveRegion },
  useActions: useRunActions,
};
