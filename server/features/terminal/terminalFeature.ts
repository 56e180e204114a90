import type { TerminalName } from '../../../protocol/messages/clientMessage.ts';
import type { Clock } from '../../base/clock.ts';
import { letRun } from '../../base/contain.ts';
import type { OpenFeature } from '../feature.ts';
import { Terminal, type TerminalProgram } from './Terminal.ts';

/** One of the session's terminals, and the program in it. */
export function terminalFeature(name: TerminalName, program: TerminalProgram, clock: Clock): OpenFeature {
  return (host) => {
    const terminal = new Terminal(program, {
      port: host.port,
      clock,
      onOutput: async (piece) => {
        host.send({ type: 'terminal.output', terminal: name, ...piece });
        await host.drained();
      },
      onClosed: (message) => host.send({ type: 'terminal.closed', terminal: name, message }),
    });
    return {
      handle(message) {
        if (!('terminal' in message) || message.terminal !== name) return false;
        switch (message.type) {
          case 'terminal.open':
            host.touch();
            letRun(
              'feature',
              terminal.open(message, async (signal) => {
                const held = await host.acquire(signal);
                return typeof held === 'string' ? held : held.sandbox;
              }),
              () => terminal.close('Internal server error. Open it again.'),
            );
            return true;
          case 'terminal.input':
            host.touch();
            terminal.input(message.data);
            return true;
          case 'terminal.resize':
            terminal.resize(message);
            return true;
          case 'terminal.close':
            terminal.close(`${program.title} was closed.`);
            return true;
        }
      },
      attached(hello, resumed) {
        const after = name === 'psql' ? hello.terminalAfter : hello.shellAfter;
        for (const piece of terminal.from(resumed ? after : 0))
          host.send({ type: 'terminal.output', terminal: name, ...piece });
      },
      containerGone() {
        if (!terminal.isOpen) return;
        terminal.close(
          `The container no longer exists, so ${program.title} was closed. Open it again to use a new container.`,
        );
      },
      close: () => terminal.close(`${program.title} was closed.`),
    };
  };
}
