import type { OutgoingHttpHeaders } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { ProjectFiles } from '../../protocol/project.ts';
import { ok, type Result } from '../../protocol/result.ts';
import type { SnippetReader } from '../../protocol/snippet.ts';
import { contain } from '../base/contain.ts';
import type { RenderPage } from '../http/page/renderPage.ts';
import type { DrawPicture, PictureText } from '../ports/picture.ts';
import { CalledThread } from '../work/CalledThread.ts';
import type { WorkFailure } from '../work/taskRules.ts';

/** What the thread is given to begin with. */
export interface PageThreadGiven {
  dir: string;
  host: string;
  port: number;
  /** Where the courses are, and what completes their lessons. */
  folders: readonly string[];
  starter: ProjectFiles;
}

/** What it is asked. */
export interface PageQuestions {
  render: { address: string; headers: Record<string, string> };
  draw: PictureText;
}

export interface PageThread {
  render: RenderPage;
  draw: DrawPicture;
  close: () => Promise<void>;
}

/** Next loads in a second; a machine that starts containers meanwhile takes many times that. */
const loadMs = 120_000;
/** The largest link takes a tenth of a second; a busy machine takes many times that, and another page may be in front of it. */
const timeoutMs = 20_000;
const againMs = 2_000;
/** Two pages are made at once, each of at most some megabytes of HTML; what grows beyond this is a fault. */
const memory = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 };

/**
 * Opens the thread in which Next makes pages and pictures are drawn: each takes a core for as long as it takes, while the
 * server's own thread serves everybody. Links are asked of the server, which has the store.
 */
export async function openPageThread(
  given: PageThreadGiven,
  readSnippet: SnippetReader,
  module = new URL('./pageWorker.ts', import.meta.url),
): Promise<Result<PageThread, WorkFailure>> {
  const opened = await CalledThread.open({
    module,
    given,
    memory,
    loadMs,
    timeoutMs,
    againMs,
    answers: {
      readSnippet: async (id: string) => {
        const value = await readSnippet(id);
        // A megabyte of events takes 10 ms to be read as JSON and 10 more to be cloned: others come between.
        await setImmediate();
        return { value };
      },
      contained: (stack: string) => {
        contain('page', new Error(stack));
        return { value: null };
      },
    },
  });
  if (!opened.ok) return opened;
  const thread = opened.value;
  /** Null for now; what it threw is a bug. Whatever comes is of the type that the thread's own code says. */
  const asked = async (name: keyof PageQuestions, input: PageQuestions[typeof name]): Promise<unknown> => {
    const answer = await thread.ask(name, input);
    if (answer.ok) return answer.value;
    if (answer.error.kind === 'failed') throw new Error(answer.error.message);
    return null;
  };
  return ok({
    render: async (address, headers) => {
      const rendered = await asked('render', { address, headers });
      if (!rendered) return null;
      const {
        status,
        headers: told,
        body,
      } = rendered as {
        status: number;
        headers: OutgoingHttpHeaders;
        body: Uint8Array;
      };
      return { status, headers: told, body: asBuffer(body) };
    },
    draw: async (text) => {
      const png = await asked('draw', text);
      return png ? asBuffer(png as Uint8Array) : null;
    },
    close: () => thread[Symbol.asyncDispose](),
  });
}

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, byteLength);
