import { fail } from '../../protocol/result.ts';
import type { ExecFailure, SandboxPort } from '../ports/sandboxPort.ts';

const tooMany: ExecFailure = {
  kind: 'processes',
  message: 'Too many requests are in progress in this session. Wait a moment, then try again.',
};

/**
 * The port, with so many processes at the same time through it. Two terminals, the log and the language server are four that
 * stay; each of the rest takes a fraction of a second.
 */
export function atMostExecs(port: SandboxPort, most: number): SandboxPort {
  let open = 0;
  const close = () => {
    open -= 1;
  };
  return {
    create: (...asked) => port.create(...asked),
    list: (labels) => port.list(labels),
    destroy: (sandbox) => port.destroy(sandbox),
    addMemory: (...asked) => port.addMemory(...asked),
    usage: (sandbox) => port.usage(sandbox),
    onGone: (...asked) => port.onGone(...asked),
    capacity: () => port.capacity(),
    close: () => port.close(),
    async exec(...asked) {
      if (open >= most) return fail(tooMany);
      open += 1;
      try {
        const started = await port.exec(...asked);
        if (started.ok) started.value.exit.then(close, close);
        else close();
        return started;
      } catch (error) {
        close();
        throw error;
      }
    },
  };
}
