/** What is asked for: a path as it was sent, and the query with its question mark or an empty text. */
export interface Target {
  path: string;
  query: string;
}

/** Our longest path has some 80 characters; a link with a file's name in its query, some hundred more. */
const mostLength = 4_096;

/**
 * Reads a request's target. Only plain absolute paths are taken, of which every later reader makes the same: none that begins
 * with two slashes (an address of elsewhere, for whoever resolves it), none with a backslash, none whose escapes are no
 * UTF-8 or hide a control character. Fails with the status to answer.
 */
export function requestTarget(url: string): Target | 400 | 414 {
  if (url.length > mostLength) return 414;
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(url) || url.includes('#')) return 400;
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  // A client resolves dots before it asks; who sends them is after what a later reader makes of them.
  if (path.includes('\\') || /\/(\.|%2e){1,2}(\/|$)/i.test(path)) return 400;
  try {
    if (/\p{Cc}|\\/u.test(decodeURIComponent(path))) return 400;
  } catch {
    return 400;
  }
  return { path, query: mark < 0 ? '' : url.slice(mark) };
}
