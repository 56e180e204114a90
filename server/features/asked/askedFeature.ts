import type { ServerMessage } from '../../../protocol/messages/serverMessage.ts';
import { fail, type Result } from '../../../protocol/result.ts';
import { letRun } from '../../base/contain.ts';
import type { Sandbox, SandboxPort } from '../../ports/sandboxPort.ts';
import type { OpenFeature } from '../feature.ts';
import type { SessionMessage } from '../MessageMap.ts';

export interface Question<T> {
  /** The page's message that asks. */
  type: SessionMessage['type'];
  /** The answer where there is no container. */
  nothing: T;
  /** Finds the answer in the container, or says in words why there is none. */
  read(port: SandboxPort, sandbox: Sandbox, signal: AbortSignal): Promise<Result<T, string>>;
  reply(answer: T, problem: string | null): ServerMessage;
}

/** Answers a question of the page about its container. Asked while an answer is under way, it answers once more. */
export function askedFeature<T>({ type, nothing, read, reply }: Question<T>): OpenFeature {
  return (host) => {
    let asking: AbortController | null = null;
    let again = false;

    function answer(): void {
      const { held } = host;
      if (!held) {
        host.send(reply(nothing, null));
        return;
      }
      asking = new AbortController();
      const { signal } = asking;
      const tell = (found: Result<T, string>) => {
        asking = null;
        if (!signal.aborted) host.send(found.ok ? reply(found.value, null) : reply(nothing, found.error));
        if (!again) return;
        again = false;
        answer();
      };
      const found = read(host.port, held.sandbox, signal);
      letRun('feature', found.then(tell), () => tell(fail('Internal server error.')));
    }

    return {
      handles: {
        [type]: () => {
          if (asking) again = true;
          else answer();
        },
      },
      attached() {},
      containerGone() {
        asking?.abort();
      },
      close() {
        again = false;
        asking?.abort();
      },
    };
  };
}
