import pgsql from 'highlight.js/lib/languages/pgsql';
import rust from 'highlight.js/lib/languages/rust';
import { createLowlight } from 'lowlight';

export type Tone = 'keyword' | 'string' | 'number' | 'comment' | 'type' | null;

/** A stretch of a line in one colour. */
export interface Piece {
  text: string;
  tone: Tone;
}

const lowlight = createLowlight({ pgsql, rust });

const tones: Record<string, Tone> = {
  'hljs-keyword': 'keyword',
  'hljs-string': 'string',
  'hljs-number': 'number',
  'hljs-comment': 'comment',
  'hljs-type': 'type',
  'hljs-built_in': 'type',
};

type Nodes = ReturnType<typeof lowlight.highlight>['children'];

export type CodeLanguage = 'pgsql' | 'rust';

/** The lines of a text in one of these languages, cut by colour. */
export function highlightCode(text: string, language: CodeLanguage): Piece[][] {
  try {
    if (isEasy(text)) return coloured(text, language);
  } catch (error) {
    // It walks by recursion, and comments can nest as deeply as a text is long.
    if (!(error instanceof RangeError)) throw error;
  }
  return text.split('\n').map((line) => (line === '' ? [] : [{ text: line, tone: null }]));
}

function coloured(text: string, language: CodeLanguage): Piece[][] {
  const lines: Piece[][] = [[]];
  const put = (text: string, tone: Tone) => {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, tone });
    }
  };
  const walk = (nodes: Nodes, tone: Tone) => {
    for (const node of nodes) {
      if (node.type === 'text') put(node.value, tone);
      if (node.type !== 'element') continue;
      const names = node.properties.className;
      const own = Array.isArray(names) ? names.map((name) => tones[String(name)]).find(Boolean) : null;
      walk(node.children as Nodes, own ?? tone);
    }
  };
  walk(lowlight.highlight(language, text).children, null);
  return lines;
}

/** Code of a file's size takes some 100 ms; more would hold up the page. */
const longestText = 128 * 1024;
/** Nobody's code has longer words, or so many blanks in a row; highlight.js takes a time that grows with their square. */
const longestRun = 500;
/**
 * For each `r#"` highlight.js looks for its end, to the end of the text where there is none. So many characters looked at take
 * some 4 ms; 20 KB with a hundred raw strings are no more.
 */
const mostLookedAt = 2_000_000;

function isEasy(text: string): boolean {
  if (text.length > longestText) return false;
  const rawStrings = text.match(/r#*"/g)?.length ?? 0;
  if (rawStrings * text.length > mostLookedAt) return false;
  let run = 0;
  let inBlanks = false;
  for (let at = 0; at < text.length; at++) {
    const isBlank = text.charCodeAt(at) <= 0x20;
    run = isBlank === inBlanks ? run + 1 : 1;
    inBlanks = isBlank;
    if (run > longestRun) return false;
  }
  return true;
}
