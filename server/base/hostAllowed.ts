import { isLoopbackName, type OriginRule } from './originAllowed.ts';

const hostPattern = /^(?:\[[0-9a-f:.]{2,45}\]|[a-z0-9._-]{1,253})(?::\d{1,5})?$/i;

/** Whether a request's Host header could be a host's name with a port at all. */
export const isHost = (host: string): boolean => hostPattern.test(host);

/**
 * Whether a request may name this server so. A server that is there for its own machine alone goes by that machine's names
 * and those that the operator lists: a page whose name was made to point here (DNS rebinding) has another. Any other server
 * cannot know its names.
 */
export function hostAllowed(host: string, { origins, loopbackOnly }: OriginRule): boolean {
  if (!loopbackOnly) return true;
  const asUrl = `http://${host}`;
  if (!URL.canParse(asUrl)) return false;
  const { hostname } = new URL(asUrl);
  return isLoopbackName(hostname) || origins.some((origin) => new URL(origin).hostname === hostname);
}
