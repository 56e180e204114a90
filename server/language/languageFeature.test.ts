import { describe, expect, it, vi } from 'vitest';
import { FakeSandbox } from '../../test/support/fakes/FakeSandbox.ts';
import { fakeHost, heldOf } from '../../test/support/fakes/fakeHost.ts';
import type { FakeProcess } from '../../test/support/fakes/fakeProcess.ts';
import { onContained } from '../base/contain.ts';
import { MessageMap } from '../features/MessageMap.ts';
import { lspFrame } from './LspReader.ts';
import { languageFeature } from './languageFeature.ts';
import { Seats } from './Seats.ts';

type Ask = { id: number; method: string };

/** Plays rust-analyzer: starts, and answers a question with what `answer` says. */
function analyzer(answer: (ask: Ask) => string, warmUp = Promise.resolve()) {
  return async ({ stdin, stdout, ended }: FakeProcess) => {
    stdout.write(lspFrame({ jsonrpc: '2.0', id: 'initialize', result: {} }));
    stdout.write(
      lspFrame({ jsonrpc: '2.0', method: 'experimental/serverStatus', params: { quiescent: true } }),
    );
    let said = '';
    stdin.on('data', (chunk) => {
      said += chunk;
      if (said.includes('"id":"warmUp"')) {
        said = '';
        void warmUp.then(() => stdout.write(lspFrame({ jsonrpc: '2.0', id: 'warmUp', result: null })));
      }
      for (const [, id] of said.matchAll(/"id":(\d+),"method":"textDocument/g))
        stdout.write(answer({ id: Number(id), method: '' }));
      if (said.includes('textDocument')) said = '';
    });
    await new Promise((resolve) => ended.addEventListener('abort', resolve));
    return 0;
  };
}
const framed = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

async function starting(answer: (ask: Ask) => string, warmUp?: Promise<void>) {
  const seats = new Seats(1);
  const sandbox = new FakeSandbox().on('rust-analyzer', analyzer(answer, warmUp)).on('sh', ({ stdin }) => {
    stdin.resume();
    return 0;
  });
  const { host, sent: said } = fakeHost(sandbox, await heldOf(sandbox));
  const feature = languageFeature({ seats, memoryBytes: 0, starter: {}, crates: () => [] })(host);
  const messages = new MessageMap([feature.handles]);
  messages.handle({ type: 'language.start', files: { 'src/lib.rs': '' } });
  const states = () => said.flatMap((one) => (one.type === 'language.state' ? [one.state] : []));
  const answers = () => said.flatMap((one) => (one.type === 'language.message' ? [one.message] : []));
  const ask = (id: number) =>
    messages.handle({
      type: 'language.message',
      message: { jsonrpc: '2.0', id, method: 'textDocument/hover', params: {} },
    });
  const isFree = () => {
    const leave = seats.take();
    leave?.();
    return leave !== null;
  };
  return { feature, messages, sandbox, said, states, answers, ask, isFree };
}

async function started(answer: (ask: Ask) => string) {
  const language = await starting(answer);
  await vi.waitFor(() => expect(language.states()).toContain('ready'));
  return language;
}

describe('the language server', () => {
  it('[A1] is ready when it has answered a first completion, and not before', async () => {
    const warm = Promise.withResolvers<void>();
    const { feature, said, states } = await starting(() => '', warm.promise);
    const preparing = { type: 'language.state', state: 'starting', message: 'Preparing completion' };
    await vi.waitFor(() => expect(said).toContainEqual(preparing));
    expect(states()).not.toContain('ready');
    warm.resolve();
    await vi.waitFor(() => expect(states()).toContain('ready'));
    feature.close();
  });

  it('[A3] [A2] passes an answer on, and none that holds too much, and goes on', async () => {
    const { feature, ask, answers, isFree } = await started(({ id }) =>
      id === 1
        ? framed(`{"jsonrpc":"2.0","id":1,"result":[${'{},'.repeat(60_000)}1]}`)
        : lspFrame({ jsonrpc: '2.0', id, result: { contents: 'x' } }),
    );
    ask(1);
    await vi.waitFor(() => expect(answers()).toMatchObject([{ id: 1, error: { code: -32803 } }]));
    ask(2);
    await vi.waitFor(() => expect(answers()[1]).toMatchObject({ id: 2, result: { contents: 'x' } }));
    expect(isFree()).toBe(false);
    feature.close();
    await vi.waitFor(() => expect(isFree()).toBe(true));
  });

  it('[A3] is ended by an answer that is nested too deep, and its seat is free', async () => {
    const { ask, answers, states, said, isFree } = await started(({ id }) =>
      framed(`{"jsonrpc":"2.0","id":${id},"result":${'['.repeat(5_000)}${']'.repeat(5_000)}}`),
    );
    ask(7);
    await vi.waitFor(() => expect(states().at(-1)).toBe('off'));
    expect(answers()).toMatchObject([{ id: 7, error: { code: -32803 } }]);
    expect(said.at(-1)).toMatchObject({ reason: 'failed', message: expect.stringContaining('nested') });
    expect(isFree()).toBe(true);
  });

  it('[A3] is ended when it says more than it may, also in little messages', async () => {
    const { ask, states, isFree } = await started(() => framed('{}').repeat(25_000));
    ask(1);
    await vi.waitFor(() => expect(states().at(-1)).toBe('off'));
    expect(isFree()).toBe(true);
  });

  it('[A5] copies the files that were told last, however often they are told', async () => {
    const { feature, messages, sandbox } = await started(() => '');
    const copies = () => sandbox.executed.filter(([command]) => command === 'sh').length;
    const before = copies();
    for (let n = 0; n < 50; n++)
      messages.handle({ type: 'language.files', files: { 'src/lib.rs': `// ${n}` } });
    await vi.waitFor(() => expect(copies()).toBe(before + 1));
    messages.handle({ type: 'language.files', files: { 'src/lib.rs': '' } });
    await vi.waitFor(() => expect(copies()).toBe(before + 2));
    feature.close();
  });

  it('leaves its seat when something goes wrong in this server', async () => {
    const heard = vi.fn();
    const stop = onContained(heard);
    try {
      const { messages, sandbox, states, isFree } = await started(() => '');
      sandbox.addMemory = async () => {
        throw new Error('a bug');
      };
      messages.handle({ type: 'language.start', files: { 'src/lib.rs': '' } });
      await vi.waitFor(() => expect(states().at(-1)).toBe('off'));
      expect(isFree()).toBe(true);
      expect(heard).toHaveBeenCalledWith('language', new Error('a bug'));
    } finally {
      stop();
    }
  });
});
