import {
  AbstractMessageReader,
  AbstractMessageWriter,
  CancellationTokenSource,
  createMessageConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageConnection,
} from 'vscode-jsonrpc/browser';
import { type LanguageMethod, languageQuestion } from '../../protocol/messages/languageMessages.ts';
import type { SessionChannel } from '../session/sessionChannel.ts';

/** What is told of one language server, from its being ready to its end. */
export interface LanguageClient {
  /** Asks; rejects where the server has no answer. Aborting tells it that nobody waits any more. */
  request(method: LanguageMethod, params: object, signal?: AbortSignal): Promise<unknown>;
  notify(
    method: 'textDocument/didOpen' | 'textDocument/didChange' | 'textDocument/didClose',
    params: object,
  ): void;
  /** The text of a source outside of the project; null where there is none. */
  source(path: string): Promise<string | null>;
  /** Nothing is answered any more. */
  close(): void;
}

/** The Language Server Protocol over the session's wire: the field's own client, with our messages around its. */
export function languageClient(channel: SessionChannel): LanguageClient {
  const sources = new Map<number, (text: string | null) => void>();
  let asked = 0;
  const reader = new ChannelReader();
  const unsubscribe = channel.subscribe((message) => {
    if (message.type === 'language.message') reader.arrived(message.message);
    if (message.type !== 'language.source') return;
    sources.get(message.request)?.(message.text);
    sources.delete(message.request);
  });
  const connection: MessageConnection = createMessageConnection(reader, new ChannelWriter(channel));
  connection.listen();
  return {
    async request(method, params, signal) {
      const cancel = new CancellationTokenSource();
      const abort = () => cancel.cancel();
      signal?.addEventListener('abort', abort, { once: true });
      if (signal?.aborted) abort();
      try {
        return await connection.sendRequest<unknown>(method, params, cancel.token);
      } finally {
        signal?.removeEventListener('abort', abort);
        cancel.dispose();
      }
    },
    notify: (method, params) => void connection.sendNotification(method, params),
    source(path) {
      const { promise, resolve } = Promise.withResolvers<string | null>();
      const request = asked++;
      sources.set(request, resolve);
      if (!channel.send({ type: 'language.source', request, path })) {
        sources.delete(request);
        resolve(null);
      }
      return promise;
    },
    close() {
      unsubscribe();
      connection.dispose();
      for (const resolve of sources.values()) resolve(null);
      sources.clear();
    },
  };
}

class ChannelReader extends AbstractMessageReader {
  #listener: DataCallback | null = null;

  listen(callback: DataCallback): Disposable {
    this.#listener = callback;
    return {
      dispose: () => {
        this.#listener = null;
      },
    };
  }

  arrived(message: Message): void {
    this.#listener?.(message);
  }
}

class ChannelWriter extends AbstractMessageWriter {
  readonly #channel: SessionChannel;

  constructor(channel: SessionChannel) {
    super();
    this.#channel = channel;
  }

  async write(message: Message): Promise<void> {
    // Whatever else the library says is not for this server, which would close the connection.
    const question = languageQuestion.safeParse(message);
    if (question.success) this.#channel.send({ type: 'language.message', message: question.data });
  }

  end(): void {}
}
