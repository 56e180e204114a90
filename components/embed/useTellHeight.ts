'use client';
import { type RefObject, useEffect } from 'react';

/** Tells the page around this one how high the snippet is. A height is nobody's secret, so whoever embeds it may know. */
export function useTellHeight(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = element;
    if (!current || parent === window) return;
    const tell = () => {
      parent.postMessage({ type: 'pgrx-playground:height', height: current.offsetHeight }, '*');
    };
    // At once: browsers draw a frame that is out of sight late or never, and the observer waits for that.
    tell();
    const watch = new ResizeObserver(tell);
    watch.observe(current);
    return () => watch.disconnect();
  }, [element]);
}
