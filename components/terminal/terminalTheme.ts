import type { ITheme } from '@xterm/xterm';

const names = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;

/** The terminal in the page's colours of now. The bright ones are the same: psql uses few, and all must be readable. */
export function terminalTheme(): ITheme {
  const style = getComputedStyle(document.documentElement);
  const read = (variable: string) => style.getPropertyValue(variable).trim() || undefined;
  const theme: ITheme = {
    background: read('--editor-bg'),
    foreground: read('--editor-fg'),
    cursor: read('--editor-cursor'),
    cursorAccent: read('--editor-bg'),
    selectionBackground: read('--editor-selection'),
  };
  for (const name of names) {
    const colour = read(`--ansi-${name}`);
    theme[name] = colour;
    theme[`bright${name.charAt(0).toUpperCase()}${name.slice(1)}` as `bright${Capitalize<typeof name>}`] =
      colour;
  }
  return theme;
}
