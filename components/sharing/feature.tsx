'use client';
import type { Feature } from '../page/feature.ts';
import { OpenedBar } from './address/OpenedBar.tsx';
import { RunVerdict } from './compare/RunVerdict.tsx';
import { LinkBar } from './link/LinkBar.tsx';
import { SharePanel } from './panel/SharePanel.tsx';
import { useShareActions } from './panel/useShareActions.ts';

/** Links: made of what is on the page, and the pages of those that were. */
export const sharing: Feature = {
  id: 'sharing',
  parts: { top: SharePanel, bar: Bars, aboveResults: RunVerdict },
  useActions: useShareActions,
};

function Bars() {
  return (
    <>
      <LinkBar />
      <OpenedBar />
    </>
  );
}
