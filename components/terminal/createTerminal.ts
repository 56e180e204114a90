import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import type { TerminalChannel } from '../session/terminal/terminalChannel.ts';
import { clipboardKey } from './clipboardKey.ts';
import { TerminalWriter } from './TerminalWriter.ts';
import { terminalTheme } from './terminalTheme.ts';

/** A terminal on the page. `dispose` gives up all that it holds; psql goes on without it. */
export interface TerminalView {
  /** Opens psql, or shows the one that is open, in the size of the element. */
  open(): void;
  focus(): void;
  /** Whether psql is there and hears what is typed; it is told the size, which can have changed meanwhile. */
  setLive(live: boolean): void;
  setScreenReader(on: boolean): void;
  setTheme(): void;
  dispose(): void;
}

/** Draws psql's terminal into an element and connects it to the session. */
export function createTerminal(element: HTMLElement, channel: TerminalChannel): TerminalView {
  const terminal = new Terminal({
    fontFamily: getComputedStyle(element).fontFamily,
    fontSize: 13,
    lineHeight: 1.25,
    scrollback: 5000,
    theme: terminalTheme(),
    minimumContrastRatio: 4.5,
    disableStdin: true,
    cursorBlink: false,
    // What runs in the container may print links: none of them is followed.
    linkHandler: { activate() {} },
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  terminal.open(element);
  terminal.attachCustomKeyEventHandler((event) => {
    const clipboard = clipboardKey(event);
    if (clipboard === 'copy' && event.type === 'keydown') {
      event.preventDefault();
      void navigator.clipboard?.writeText(terminal.getSelection());
    }
    // The browser itself pastes on Ctrl+Shift+V, through xterm's own text area.
    return clipboard === null;
  });

  const writer = new TerminalWriter(terminal);
  const unsubscribe = channel.subscribe((output) => writer.write(output));
  const fitNow = () => {
    // A pane that is folded away has no size to fit into.
    if (element.clientWidth > 0 && element.clientHeight > 0) fit.fit();
  };
  const observer = new ResizeObserver(fitNow);
  observer.observe(element);
  fitNow();
  terminal.onData((data) => channel.input(data));
  terminal.onResize(({ cols, rows }) => channel.resize(cols, rows));

  return {
    open() {
      fitNow();
      channel.open(terminal.cols, terminal.rows);
    },
    focus: () => terminal.focus(),
    setLive(live) {
      terminal.options.disableStdin = !live;
      if (live) channel.resize(terminal.cols, terminal.rows);
    },
    setScreenReader(on) {
      terminal.options.screenReaderMode = on;
    },
    setTheme() {
      terminal.options.theme = terminalTheme();
    },
    dispose() {
      unsubscribe();
      observer.disconnect();
      terminal.dispose();
    },
  };
}
