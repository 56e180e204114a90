import { languageRoot } from '../../protocol/messages/languageMessages.ts';

/**
 * Makes the language server's own copy of the project, which no build changes under it, of the tar on stdin, and a farm of links to what the image has compiled, as `session-start` does: with
 * a target folder that it shared with builds it would make them wait for cargo's lock.
 */
export const writeProject = `
set -e
mkdir -p /work/language/target/debug && cd /work/language
rm -rf fresh && mkdir fresh && tar -xmf - -C fresh
[ -f fresh/Cargo.lock ] || cp /opt/pgrx/starter/Cargo.lock fresh/
rm -rf project && mv fresh project
if [ ! -e target/.rustc_info.json ]; then
  for folder in deps build .fingerprint; do
    mkdir -p "target/debug/$folder"
    find "/opt/pgrx/target/debug/$folder" -mindepth 1 -maxdepth 1 -exec ln -s -t "target/debug/$folder" {} +
  done
  cp /opt/pgrx/target/.rustc_info.json target/
fi
`;

export const argv = ['rust-analyzer'];

export const environment = {
  CARGO_TARGET_DIR: '/work/language/target',
  // Two of them took 1.34 GB where one takes 1.14, and 400 MB where one takes 230 when it has just started.
  MALLOC_ARENA_MAX: '1',
  // It prints one for each warning, which costs it seconds.
  RUST_BACKTRACE: '0',
  RA_LOG: 'error',
};

/** What is decided for every session: little memory, no work that a check while typing does already, no network. */
export function initializeParams(features: readonly string[]): object {
  const markdown = ['markdown', 'plaintext'];
  return {
    processId: null,
    rootUri: `file://${languageRoot}`,
    workspaceFolders: [{ uri: `file://${languageRoot}`, name: 'project' }],
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      window: { workDoneProgress: true },
      // It would watch files by itself otherwise; `language.files` tells what there is to know.
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
      textDocument: {
        completion: {
          completionItem: {
            snippetSupport: true,
            documentationFormat: markdown,
            resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
          },
        },
        hover: { contentFormat: markdown },
        signatureHelp: { signatureInformation: { documentationFormat: markdown } },
        rename: { prepareSupport: true },
      },
      experimental: { serverStatusNotification: true },
    },
    initializationOptions: {
      cachePriming: { enable: false },
      checkOnSave: false,
      diagnostics: { enable: false },
      numThreads: 2,
      lru: { capacity: 32 },
      files: { watcher: 'client' },
      completion: { limit: 200 },
      procMacro: { enable: true },
      cargo: {
        allTargets: false,
        noDefaultFeatures: true,
        features,
        extraArgs: ['--offline'],
        buildScripts: { rebuildOnSave: false },
      },
    },
  };
}
