import { useSyncExternalStore } from 'react';

/** A small screen, or one that is worked with fingers: Monaco's makers say that it is not made for these. */
const phone = '(max-width: 640px), (hover: none) and (pointer: coarse)';

/** Whether the page is on a phone, where there is a text area in place of Monaco; on the server it counts as one. */
export function useOnPhone(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(phone).matches,
    () => true,
  );
}

function subscribe(changed: () => void): () => void {
  const list = matchMedia(phone);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
}
