import type { editor } from 'monaco-editor/editor/editor.api.js';

const themeName = 'playground';

/** Tokens of the page's style sheet that colour what Monaco's grammars tell apart. */
const tokens: [token: string, variable: string][] = [
  ['keyword', '--code-keyword'],
  ['string', '--code-string'],
  ['number', '--code-number'],
  ['comment', '--code-comment'],
  ['type', '--code-type'],
  ['predefined', '--code-type'],
  // Monaco's own themes colour these three apart.
  ['string.sql', '--code-string'],
  ['predefined.sql', '--code-type'],
  ['operator.sql', '--editor-fg'],
  ['macro', '--code-macro'],
  ['attribute', '--code-attribute'],
  ['lifetime', '--code-attribute'],
];

const colours: Record<string, string> = {
  'editor.background': '--editor-bg',
  'editor.foreground': '--editor-fg',
  'editor.lineHighlightBackground': '--editor-line',
  'editor.selectionBackground': '--editor-selection',
  'editorLineNumber.foreground': '--editor-gutter',
  'editorLineNumber.activeForeground': '--editor-fg',
  'editorCursor.foreground': '--editor-cursor',
  'editorError.foreground': '--bad',
  'editorWarning.foreground': '--warn',
  'editorInfo.foreground': '--pg',
  'editorWidget.background': '--sunken',
  'editorWidget.foreground': '--ink',
  'editorWidget.border': '--line-strong',
  'editorWidget.resizeBorder': '--line',
  'editorHoverWidget.background': '--sunken',
  'editorHoverWidget.border': '--line-strong',
  'editorSuggestWidget.selectedBackground': '--hover',
  'list.activeSelectionBackground': '--selection',
  'list.activeSelectionForeground': '--ink',
  'list.hoverBackground': '--hover',
  'input.background': '--pane',
  'input.border': '--line-strong',
  focusBorder: '--pg',
};

/** Draws every editor in the colours that the page has now. */
export function applyTheme(monaco: { editor: typeof editor }): void {
  const style = getComputedStyle(document.documentElement);
  const read = colourReader(style);
  const rules = tokens.flatMap(([token, variable]) => {
    const colour = read(variable);
    return colour ? [{ token, foreground: colour.slice(1) }] : [];
  });
  const found = Object.entries(colours).flatMap(([name, variable]) => {
    const colour = read(variable);
    return colour ? [[name, colour] as const] : [];
  });
  const base = isDark(read('--editor-bg')) ? 'vs-dark' : 'vs';
  monaco.editor.defineTheme(themeName, { base, inherit: true, rules, colors: Object.fromEntries(found) });
  monaco.editor.setTheme(themeName);
}

/** Keeps the editors in the page's colours when these change. Returns what ends that. */
export function followTheme(monaco: { editor: typeof editor }): () => void {
  applyTheme(monaco);
  const again = () => applyTheme(monaco);
  const observer = new MutationObserver(again);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['class', 'data-theme', 'style'],
  });
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', again);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', again);
  };
}

/** Whether a #rrggbb is nearer to black: what the page leaves to Monaco's own theme must be readable on it. */
function isDark(colour: string | null): boolean {
  const parts = [1, 3, 5].map((from) => Number.parseInt(colour?.slice(from, from + 2) ?? 'ff', 16));
  return parts.reduce((sum, part) => sum + part, 0) < (3 * 255) / 2;
}

/** Reads colours of the style sheet as #rrggbb, which is all that Monaco understands; null for one that is not there. */
function colourReader(style: CSSStyleDeclaration): (variable: string) => string | null {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  return (variable) => {
    const value = style.getPropertyValue(variable).trim();
    if (value === '' || !context) return null;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = value;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
}
