import type { TerminalName } from '../../../protocol/messages/clientMessage.ts';
import type { Clock } from '../../base/clock.ts';
import { letRun } from '../../base/contain.ts';
import type { FeatureHost, OpenFeature } from '../feature.ts';
import { Terminal, type TerminalProgram } from './Terminal.ts';

/** The session's terminals, and the program in each. */
export function terminalFeature(
  programs: Readonly<Record<TerminalName, TerminalProgram>>,
  clock: Clock,
): OpenFeature {
  return (host) => {
    const terminals = {
      psql: openTerminal('psql', programs.psql, host, clock),
      shell: openTerminal('shell', programs.shell, host, clock),
    };
    const close = (name: TerminalName) => terminals[name].close(`${programs[name].title} was closed.`);
    return {
      handles: {
        'terminal.open': ({ terminal: name, ...size }) => {
          host.touch();
          const opened = terminals[name].open(size, async (signal) => {
            const held = await host.acquire(signal);
            return typeof held === 'string' ? held : held.sandbox;
          });
          letRun('feature', opened, () => terminals[name].close('Internal server error. Open it again.'));
        },
        'terminal.input': ({ terminal: name, data }) => {
          host.touch();
          terminals[name].input(data);
        },
        'terminal.resize': ({ terminal: name, ...size }) => terminals[name].resize(size),
        'terminal.close': ({ terminal: name }) => close(name),
      },
      attached({ terminalAfter, shellAfter }, resumed) {
        const seen = { psql: terminalAfter, shell: shellAfter };
        for (const name of names)
          for (const piece of terminals[name].from(resumed ? seen[name] : 0))
            host.send({ type: 'terminal.output', terminal: name, ...piece });
      },
      containerGone() {
        for (const name of names)
          if (terminals[name].isOpen)
            terminals[name].close(
              `The container no longer exists, so ${programs[name].title} was closed. Open it again to use a new container.`,
            );
      },
      close: () => names.forEach(close),
    };
  };
}

const names: readonly TerminalName[] = ['psql', 'shell'];

function openTerminal(
  name: TerminalName,
  program: TerminalProgram,
  host: FeatureHost,
  clock: Clock,
): Terminal {
  return new Terminal(program, {
    port: host.port,
    clock,
    onOutput: async (piece) => {
      host.send({ type: 'terminal.output', terminal: name, ...piece });
      await host.drained();
    },
    onClosed: (message) => host.send({ type: 'terminal.closed', terminal: name, message }),
  });
}
