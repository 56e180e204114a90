import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import ini from 'highlight.js/lib/languages/ini';
import pgsql from 'highlight.js/lib/languages/pgsql';
import rust from 'highlight.js/lib/languages/rust';
import Markdown, { type Components } from 'react-markdown';
import rehypeHighlight from 'rehype-highlight';
import remarkGfm from 'remark-gfm';
import { hrefInText } from '../catalogue/lessonHref.ts';
import { blockInText } from './blockInText.ts';
import { markMajors } from './markMajors.ts';
import { markOutputs } from './markOutputs.ts';
import { OutputBlock } from './OutputBlock.tsx';
import { ReaderMajor } from './ReaderMajor.tsx';
import { TextBlock } from './TextBlock.tsx';

const highlight = {
  languages: { bash, c, ini, rust, sql: pgsql },
  plainText: ['compiler', 'output', 'solution', 'text'],
};

/** HTML in the Markdown stays text, images are not shown, and links that lead nowhere allowed are no links. */
const components: Components = {
  a: ({ href, children }) =>
    !href ? (
      <span>{children}</span>
    ) : href.startsWith('/') ? (
      <a href={href}>{children}</a>
    ) : (
      <a href={href} target="_blank" rel="noreferrer">
        {children}
      </a>
    ),
  data: () => <ReaderMajor />,
  img: ({ alt }) => <span>{alt}</span>,
  table: ({ children }) => (
    <div className="overflow-x-auto">
      <table>{children}</table>
    </div>
  ),
  pre: ({ node, children }) => {
    const code = node?.children.find((child) => child.type === 'element');
    if (!code) return <pre>{children}</pre>;
    const block = blockInText(code);
    if (block.kind === 'hidden') return null;
    if (block.kind === 'output') return <OutputBlock output={block.text} sql={block.sql} />;
    const { language, text, target, connection } = block;
    const label = connection === null ? language : `${language}, in connection ${connection}`;
    return (
      <TextBlock
        label={block.kind === 'compiler' ? 'rustc output' : label}
        text={text}
        target={target}
        connection={block.kind === 'code' ? connection : null}
      >
        {children}
      </TextBlock>
    );
  },
};

/** Markdown of a lesson as its readers see it, on the server: the browser needs none of what makes it. */
export function LessonText({ markdown, lesson }: { markdown: string; lesson: string }) {
  return (
    <Markdown
      remarkPlugins={[remarkGfm, markOutputs]}
      rehypePlugins={[[rehypeHighlight, highlight], markMajors]}
      urlTransform={(url) => hrefInText(url, lesson) ?? ''}
      components={components}
    >
      {markdown}
    </Markdown>
  );
}
