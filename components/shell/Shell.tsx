'use client';
import { useEffect } from 'react';
import { FeaturesProvider, Parts, useActions } from '../page/FeaturesProvider.tsx';
import type { Feature } from '../page/feature.ts';
import { useLayout } from '../page/layoutStore.ts';
import { useIsLesson } from '../page/lessonPage.tsx';
import { features as allFeatures } from './features.ts';
import { useShortcuts } from './keys/useShortcuts.ts';
import { Workbench } from './layout/Workbench.tsx';
import { PhoneBar } from './status/PhoneBar.tsx';
import { StatusBar } from './status/StatusBar.tsx';
import { TopBar } from './top/TopBar.tsx';

/** The page over a session and a workspace, made of its features. */
export function Shell({ features = allFeatures }: { features?: readonly Feature[] }) {
  return (
    <FeaturesProvider features={features}>
      <Shortcuts />
      <Frame />
    </FeaturesProvider>
  );
}

/** Apart from what is drawn, since what can be done changes with each key press. */
function Shortcuts() {
  useShortcuts(useActions());
  return null;
}

/** A bar, the panels, how things stand, and what opens over them. */
function Frame() {
  const phonePane = useLayout((state) => state.phonePane);
  const toolsMaximised = useLayout((state) => state.toolsMaximised);
  const toolsOpen = useLayout((state) => state.toolsOpen);
  const isLesson = useIsLesson();
  useEffect(() => {
    void useLayout.persist.rehydrate();
  }, []);
  return (
    <div
      className="shell flex h-dvh flex-col"
      data-phone-pane={phonePane ?? (isLesson ? 'lesson' : 'code')}
      data-tools={toolsMaximised ? 'maximised' : toolsOpen ? 'open' : 'closed'}
    >
      <TopBar />
      <Parts place="bar" />
      <main className="flex min-h-0 flex-1 flex-col">
        <Workbench />
      </main>
      <StatusBar />
      <PhoneBar />
      <Parts place="overlay" />
    </div>
  );
}
