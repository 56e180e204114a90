/** A folder, and what of ours its files may import beside each other; prefixes of paths. */
export interface Room {
  folder: string;
  may: string[];
  /** Whether it may import the `feature.tsx` of every feature, and nothing else of them. */
  listsFeatures?: true;
}

/** What every room of the server stands on. */
const serverBase = ['protocol/', 'server/base/'];

/** What those stand on that do something for a session: they know it by its ports only. */
const portUser = [...serverBase, 'server/ports/'];

/** What every feature of the page stands on. */
const pageBase = ['protocol/', 'components/browser/', 'components/ui/'];

/** What a feature may import: no other feature, unless its room says so. */
const feature = [...pageBase, 'components/page/', 'components/session/', 'components/workspace/'];

/** Of several rooms that hold a file, the first counts. */
export const rooms: Room[] = [
  { folder: 'protocol/', may: [] },
  { folder: 'archive/', may: ['protocol/'] },
  { folder: 'porting/', may: ['protocol/'] },
  { folder: 'lessons/', may: ['protocol/', 'docker/pgrxVersion.mjs'] },
  { folder: 'app/', may: ['components/', 'lessons/', 'protocol/'] },
  { folder: 'components/browser/', may: ['protocol/'] },
  { folder: 'components/ui/', may: ['protocol/', 'components/browser/'] },
  { folder: 'components/session/', may: pageBase },
  { folder: 'components/workspace/', may: [...pageBase, 'docker/pgrxVersion.mjs'] },
  { folder: 'components/page/', may: [...pageBase, 'components/session/', 'components/workspace/'] },
  { folder: 'components/archive/', may: [...feature, 'archive/'] },
  { folder: 'components/porting/', may: [...feature, 'porting/'] },
  {
    folder: 'components/code/',
    may: [
      ...feature,
      'components/editor/',
      'components/files/',
      'components/languageServer/',
      'components/testRunner/',
    ],
  },
  { folder: 'components/connections/', may: [...feature, 'components/results/'] },
  {
    folder: 'components/everyMajor/',
    may: [...feature, 'components/results/', 'components/sharing/compare/'],
  },
  { folder: 'components/lessons/', may: [...feature, 'lessons/', 'components/connections/'] },
  { folder: 'components/runs/', may: [...feature, 'components/problems/', 'components/results/'] },
  { folder: 'components/sharing/', may: [...feature, 'components/results/', 'components/typing/'] },
  { folder: 'components/upgrade/', may: [...feature, 'components/connections/'] },
  { folder: 'components/embed/', may: ['protocol/', 'components/'] },
  {
    folder: 'components/playground/',
    may: [...feature, 'components/lessons/', 'components/sharing/', 'components/shell/'],
  },
  { folder: 'components/shell/', may: feature, listsFeatures: true },
  { folder: 'components/', may: feature },
  // Runs on pages of other sites, as it is.
  { folder: 'public/', may: [] },
  { folder: 'server/base/', may: ['protocol/'] },
  { folder: 'server/queues/', may: serverBase },
  { folder: 'server/work/', may: [...serverBase, 'server/queues/'] },
  { folder: 'server/ports/', may: serverBase },
  { folder: 'server/build/', may: [...portUser, 'docker/pgrxVersion.mjs'] },
  { folder: 'server/sql/', may: portUser },
  { folder: 'server/sandbox/', may: portUser },
  { folder: 'server/store/', may: portUser },
  { folder: 'server/sources/', may: portUser },
  { folder: 'server/pictures/', may: portUser },
  { folder: 'server/testRunner/', may: portUser },
  { folder: 'server/containers/', may: [...portUser, 'server/queues/'] },
  { folder: 'server/runs/', may: [...portUser, 'server/queues/', 'server/containers/'] },
  {
    folder: 'server/features/',
    may: [...portUser, 'server/containers/', 'server/runs/', 'server/sql/catalog/'],
  },
  {
    folder: 'server/language/',
    may: [...portUser, 'server/containers/', 'server/features/', 'server/build/'],
  },
  {
    folder: 'server/sessions/',
    may: [...portUser, 'server/queues/', 'server/containers/', 'server/runs/', 'server/features/'],
  },
  {
    folder: 'server/http/',
    may: [...portUser, 'server/queues/', 'server/runs/', 'server/sessions/'],
  },
  { folder: 'server/ws/', may: [...portUser, 'server/sessions/'] },
  { folder: 'server/lessons/', may: [...portUser, 'lessons/'] },
  { folder: 'server/', may: ['protocol/', 'archive/', 'lessons/', 'server/', 'docker/pgrxVersion.mjs'] },
  { folder: 'docker/', may: [] },
  { folder: 'tutorials/', may: [] },
  { folder: 'starters/', may: [] },
  // The bootstrap runs before anything is installed.
  {
    folder: 'setup/',
    may: [
      'docker/buildImage.mjs',
      'docker/listImages.mjs',
      'docker/pgrxVersion.mjs',
      'docker/pipeCommands.mjs',
    ],
  },
  {
    folder: 'test/',
    may: [
      'app/',
      'archive/',
      'components/',
      'docker/',
      'lessons/',
      'porting/',
      'protocol/',
      'server/',
      'setup/',
      'test/',
    ],
  },
];

/** Packages that one room alone uses, so that they can be replaced there; tests across rooms may use them too. */
export const packageOwners: Record<string, string[]> = {
  kysely: ['server/store/'],
  dockerode: ['server/sandbox/'],
  'libpg-query': ['server/sql/'],
  'monaco-editor': ['components/editor/'],
  pg: ['server/sql/', 'server/store/'],
  ws: ['server/ws/'],
  '@xterm/xterm': ['components/terminal/'],
};

/** The only packages of a room that has such a list; the others take what they need. */
export const onlyPackages: Record<string, string[]> = {
  'protocol/': ['zod'],
  'setup/': ['@playwright/test'],
};
