import { useSyncExternalStore } from 'react';

/**
 * Whether the page's code runs in a browser: false in the server's HTML, and in the render that takes that over. What would
 * make a long HTML can wait for it.
 */
export function useLoaded(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

const never = () => () => {};
