import type { ComponentPropsWithRef } from 'react';

interface ScrollRegionProps extends ComponentPropsWithRef<'section'> {
  as?: 'div' | 'pre' | 'section' | 'article';
}

/** An element that scrolls, and which the keyboard therefore must be able to reach. */
export function ScrollRegion({ as = 'div', ...rest }: ScrollRegionProps) {
  // None of them has attributes of its own.
  const Element = as as 'section';
  return <Element tabIndex={0} {...rest} />;
}
