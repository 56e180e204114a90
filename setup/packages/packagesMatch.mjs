/**
 * Whether what npm says it installed (`node_modules/.package-lock.json`) is what the lock file asks for. npm's own
 * record is the stamp: it is rewritten by every `npm install` and `npm ci`, and removed while one is under way.
 * Optional packages may be absent, since most are for other platforms.
 * @param {{ packages?: Record<string, any> }} lock
 * @param {{ packages?: Record<string, any> }} installed
 */
export function packagesMatch(lock, installed) {
  const there = installed.packages ?? {};
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '') return true;
    const found = there[path];
    if (!found) return wanted.optional === true || wanted.devOptional === true || wanted.peer === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}
