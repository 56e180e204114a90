import { onlyPackages, packageOwners, rooms } from './rooms.ts';

const isTest = (file: string) => /(\.test\.tsx?|Test\.tsx?)$|\/testing\//.test(file);
/** The one file of a feature that the shell knows. */
const isFeature = (target: string) => /^components\/[^/]+\/feature\.tsx$/.test(target);
const isOurs = (target: string) =>
  target.includes('/') && !target.startsWith('@') && !target.startsWith('node:');

/** Why `file` may not import `target` (as `importsOf` tells it), or null where it may. */
export function forbiddenImport(file: string, target: string): string | null {
  const room = rooms.find(({ folder }) => file.startsWith(folder));
  if (!room) return null;
  if (isOurs(target)) {
    const own = folderOf(file, room.folder);
    const may = [own, ...room.may, ...(isTest(file) ? ['test/support/'] : [])];
    if (may.some((prefix) => target.startsWith(prefix))) return null;
    return room.listsFeatures && isFeature(target) ? null : `${own} may not import ${target}`;
  }
  if (isTest(file) || file.startsWith('test/')) return null;
  const owners = packageOwners[target];
  if (owners && !owners.some((owner) => file.startsWith(owner))) {
    return `only ${owners.join(' and ')} may import ${target}`;
  }
  const only = onlyPackages[room.folder];
  if (only && !only.includes(target) && !(room.folder === 'setup/' && target.startsWith('node:'))) {
    return `${room.folder} may not import the package ${target}`;
  }
  return null;
}

/** Features share the room `components/`, and each is a folder of its own in it. */
function folderOf(file: string, folder: string): string {
  if (folder !== 'components/') return folder;
  return `${file.split('/').slice(0, 2).join('/')}/`;
}
