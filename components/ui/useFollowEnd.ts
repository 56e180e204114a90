import { type RefObject, useLayoutEffect, useRef } from 'react';

/** This near to its end, a pane counts as being read at its end. */
const nearPx = 32;

/**
 * Keeps a pane at its end while `content` grows, once the reader has scrolled there and until they scroll away. A log is
 * followed `fromStart`; a story is read from its beginning.
 */
export function useFollowEnd(
  content: unknown,
  { fromStart }: { fromStart: boolean },
): { ref: RefObject<HTMLDivElement | null>; onScroll(): void } {
  const ref = useRef<HTMLDivElement>(null);
  const following = useRef(fromStart);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the content that matters
  useLayoutEffect(() => {
    const pane = ref.current;
    if (pane && following.current) pane.scrollTop = pane.scrollHeight;
  }, [content]);
  return {
    ref,
    onScroll() {
      const pane = ref.current;
      if (pane) following.current = pane.scrollHeight - pane.scrollTop - pane.clientHeight < nearPx;
    },
  };
}
