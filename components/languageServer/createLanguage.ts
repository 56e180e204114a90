import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ServerMessageOf } from '../../protocol/messages/serverMessage.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { browserStorage } from '../browser/browserStorage.ts';
import { pageNow } from '../browser/pageNow.ts';
import type { SessionChannel } from '../session/sessionChannel.ts';
import { DocumentFeed } from './DocumentFeed.ts';
import type { LanguageClient } from './languageClient.ts';
import { type LanguageState, mayStartAgain, statusOf } from './languageState.ts';

export interface Language {
  store: StoreApi<LanguageState>;
  /** Switches it on or off, for this page and those that are opened later. */
  want(wanted: boolean): void;
  /** Starts it again. */
  start(): void;
  /** Follows the session and the files; returns what ends that. */
  follow(): () => void;
}

/** What it needs to know of the workspace. */
export interface Documents {
  files(): ProjectFiles;
  subscribe(listener: () => void): () => void;
}

const storageKey = 'pgrx-playground:language-server';
/** A name is typed letter by letter. */
const filesMs = 600;
/** Edits within this are told together, unless something is asked before. */
const editMs = 100;

/** The page's end of the language server (SPEC.md, A). */
export function createLanguage(channel: SessionChannel, documents: Documents): Language {
  const store = createStore<LanguageState>()(() => ({
    wanted: false,
    status: { kind: 'off' },
    client: null,
  }));
  let feed: DocumentFeed | null = null;
  let restartedAt: number | null = null;
  let telling: ReturnType<typeof setTimeout> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function start(): void {
    letGo();
    if (channel.send({ type: 'language.start', files: documents.files() }))
      store.setState({ status: { kind: 'starting', doing: 'Starting' } });
  }

  function letGo(): void {
    clearTimeout(timer);
    clearTimeout(telling);
    telling = undefined;
    store.getState().client?.close();
    feed = null;
    store.setState({ client: null, status: { kind: 'off' } });
  }

  function tellFiles(): void {
    clearTimeout(telling);
    telling = undefined;
    if (!feed?.tell(documents.files())) return;
    clearTimeout(timer);
    timer = setTimeout(() => channel.send({ type: 'language.files', files: documents.files() }), filesMs);
  }

  /** A paste comes letter by letter; one message tells all of it, before anything is asked. */
  function edited(): void {
    if (feed) telling ??= setTimeout(tellFiles, editMs);
  }

  function told(message: ServerMessageOf<'language.state'>): void {
    if (!store.getState().wanted) return;
    const again = message.state === 'off' && mayStartAgain(message.reason, restartedAt, pageNow());
    if (message.state === 'off') letGo();
    store.setState({ status: statusOf(message, again) });
    if (again) {
      restartedAt = pageNow();
      start();
    }
    if (message.state !== 'ready') return;
    const status = store.getState().status;
    // Loaded with the first language server: few pages have one.
    void import('./languageClient.ts').then(({ languageClient }) => {
      if (store.getState().status === status) use(languageClient(channel));
    });
  }

  function use(client: LanguageClient): void {
    feed = new DocumentFeed(client);
    tellFiles();
    store.setState({
      client: {
        ...client,
        request(method, params, signal) {
          if (telling !== undefined) tellFiles();
          return client.request(method, params, signal);
        },
      },
    });
  }

  return {
    store,
    start,
    want(wanted) {
      remember(wanted);
      store.setState({ wanted });
      restartedAt = null;
      if (wanted) return start();
      letGo();
      channel.send({ type: 'language.stop' });
    },
    follow() {
      store.setState({ wanted: remembered() });
      // Where the page is connected already; else the welcome comes later.
      if (store.getState().wanted) start();
      const stop = [
        channel.subscribe((message) => {
          const { wanted, status } = store.getState();
          if (message.type === 'language.state') told(message);
          if (!wanted) return;
          // The server ends it when a page connects; and a container that was given up may be back.
          if (message.type === 'welcome') start();
          if (message.type === 'session' && message.container === 'ready' && status.kind === 'off') start();
        }),
        documents.subscribe(edited),
      ];
      return () => {
        for (const end of stop) end();
        if (store.getState().status.kind !== 'off') channel.send({ type: 'language.stop' });
        letGo();
        store.setState({ wanted: false });
      };
    },
  };
}

function remembered(): boolean {
  return browserStorage('local')?.getItem(storageKey) === 'on';
}

function remember(wanted: boolean): void {
  try {
    if (wanted) browserStorage('local')?.setItem(storageKey, 'on');
    else browserStorage('local')?.removeItem(storageKey);
  } catch {
    // A browser without room forgets the setting.
  }
}
