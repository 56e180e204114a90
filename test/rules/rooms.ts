/** A folder, and what of ours its files may import beside each other; prefixes of paths. */
export interface Room {
  folder: string;
  may: string[];
  /** Whether it may import the `feature.tsx` of every feature, and nothing else of them. */
  listsFeatures?: true;
}

const sessionPorts = [
  'commandEnd',
  'labels',
  'observer',
  'picture',
  'runPorts',
  'runToEnd',
  'sandboxPort',
  'snippetStore',
  'sourceReader',
  'testPorts',
].map((name) => `server/sessions/${name}.ts`);

/** What every room of the server stands on. */
const serverBase = ['protocol/', 'server/base/'];

/** What every feature of the page stands on. */
const pageBase = ['protocol/', 'components/browser/', 'components/ui/'];

/** What a feature may import: no other feature, unless its room says so. */
const feature = [...pageBase, 'components/page/', 'components/session/', 'components/workspace/'];

/** Of several rooms that hold a file, the first counts. */
export const rooms: Room[] = [
  { folder: 'protocol/', may: [] },
  { folder: 'archive/', may: ['protocol/'] },
  { folder: 'lessons/', may: ['protocol/'] },
  { folder: 'app/', may: ['components/', 'lessons/', 'protocol/'] },
  { folder: 'components/browser/', may: ['protocol/'] },
  { folder: 'components/ui/', may: ['protocol/', 'components/browser/'] },
  { folder: 'components/session/', may: pageBase },
  { folder: 'components/workspace/', may: pageBase },
  { folder: 'components/page/', may: [...pageBase, 'components/session/', 'components/workspace/'] },
  { folder: 'components/archive/', may: [...feature, 'archive/'] },
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
  { folder: 'server/work/', may: serverBase },
  { folder: 'server/sessions/', may: serverBase },
  { folder: 'server/build/', may: [...serverBase, ...sessionPorts] },
  { folder: 'server/sql/', may: [...serverBase, ...sessionPorts] },
  { folder: 'server/sandbox/', may: [...serverBase, ...sessionPorts] },
  { folder: 'server/store/', may: [...serverBase, ...sessionPorts] },
  { folder: 'server/sources/', may: [...serverBase, ...sessionPorts] },
  { folder: 'server/pictures/', may: [...serverBase, ...sessionPorts] },
  { folder: 'server/language/', may: [...serverBase, 'server/sessions/', 'server/build/'] },
  { folder: 'server/http/', may: [...serverBase, 'server/sessions/'] },
  { folder: 'server/ws/', may: [...serverBase, 'server/sessions/'] },
  { folder: 'server/lessons/', may: [...serverBase, 'lessons/', ...sessionPorts] },
  { folder: 'server/tests/', may: [...serverBase, ...sessionPorts] },
  { folder: 'server/', may: ['protocol/', 'archive/', 'lessons/', 'server/'] },
  { folder: 'docker/', may: [] },
  { folder: 'tutorials/', may: [] },
  { folder: 'starters/', may: [] },
  // The bootstrap runs before anything is installed.
  { folder: 'setup/', may: ['docker/buildImage.mjs', 'docker/pipeCommands.mjs'] },
  {
    folder: 'test/',
    may: [
      'app/',
      'archive/',
      'components/',
      'docker/',
      'lessons/',
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
