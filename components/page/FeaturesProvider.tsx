'use client';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Action } from './action.ts';
import type { Feature, Place } from './feature.ts';

const FeaturesContext = createContext<readonly Feature[]>([]);
const ActionsContext = createContext<readonly Action[]>([]);

const noActions: readonly Action[] = [];
const nothing = () => {};

/** Gives the page's features to all below it. They stay the same as long as the page is there. */
export function FeaturesProvider({
  features,
  children,
}: {
  features: readonly Feature[];
  children: ReactNode;
}) {
  return (
    <FeaturesContext value={features}>
      <Providers features={features}>
        <ActionsProvider features={features}>
          {features.map((feature) => (
            <Background key={feature.id} feature={feature} />
          ))}
          {children}
        </ActionsProvider>
      </Providers>
    </FeaturesContext>
  );
}

/** Each feature's provider around those of the features after it. */
function Providers({ features, children }: { features: readonly Feature[]; children: ReactNode }) {
  const [first, ...others] = features;
  if (!first) return children;
  const inner = <Providers features={others}>{children}</Providers>;
  return first.Provider ? <first.Provider>{inner}</first.Provider> : inner;
}

function ActionsProvider({ features, children }: { features: readonly Feature[]; children: ReactNode }) {
  // biome-ignore lint/correctness/useHookAtTopLevel: the features stay the same, and so does the order of their hooks
  const found = features.map((feature) => feature.useActions?.() ?? noActions);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as many of them as there are features
  const actions = useMemo(() => found.flat(), found);
  return <ActionsContext value={actions}>{children}</ActionsContext>;
}

function Background({ feature }: { feature: Feature }) {
  const useBackground = feature.useBackground ?? nothing;
  useBackground();
  return null;
}

export function useFeatures(): readonly Feature[] {
  return useContext(FeaturesContext);
}

/** All that can be done on the page now. */
export function useActions(): readonly Action[] {
  return useContext(ActionsContext);
}

/** What the features show in a place, in their order. */
export function Parts({ place }: { place: Place }) {
  return useFeatures().map(({ id, parts }) => {
    const Part = parts?.[place];
    return Part && <Part key={id} />;
  });
}
