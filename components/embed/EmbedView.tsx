'use client';
import { useRef } from 'react';
import { LiveRegion } from '../runs/LiveRegion.tsx';
import { RunVerdict } from '../sharing/compare/RunVerdict.tsx';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { CodeArea } from './CodeArea.tsx';
import { EmbedBar } from './EmbedBar.tsx';
import { EmbedCode } from './EmbedCode.tsx';
import { EmbedResults } from './EmbedResults.tsx';
import type { EmbedOptions } from './embedOptions.ts';
import { useEmbedRun } from './useEmbedRun.ts';
import { useTellHeight } from './useTellHeight.ts';

/** An embedded snippet: a bar, and below it the panes that the embedding page has asked for, as high as they need to be. */
export function EmbedView({ options, connect }: { options: EmbedOptions; connect: () => void }) {
  const { readOnly, panes, shown } = options;
  const sql = useWorkspace((state) => state.sql);
  const title = useWorkspace((state) => state.title);
  const setSql = useWorkspace((state) => state.setSql);
  const snippet = useRef<HTMLElement>(null);
  const script = useRef<HTMLTextAreaElement>(null);
  const embedRun = useEmbedRun(connect);
  useTellHeight(snippet);
  return (
    <div className="h-dvh overflow-y-auto">
      <main ref={snippet} aria-label={`Snippet ${title}`.trim()} className="border border-line bg-pane">
        <EmbedBar embedRun={embedRun} />
        {panes.includes('code') && <EmbedCode shown={shown} readOnly={readOnly} onRun={embedRun.run} />}
        {panes.includes('sql') && !(readOnly && sql.trim() === '') && (
          <section aria-label="SQL" className="max-h-60 overflow-auto border-line border-t bg-(--editor-bg)">
            <CodeArea
              label="script.sql, SQL"
              language="pgsql"
              text={sql}
              readOnly={readOnly}
              onEdit={setSql}
              onRun={embedRun.run}
              area={script}
            />
          </section>
        )}
        {panes.includes('results') && (
          <>
            <RunVerdict />
            <EmbedResults problem={embedRun.problem} script={script} />
          </>
        )}
        {!panes.includes('results') && embedRun.problem && (
          <p className="bg-warn-soft px-3 py-1.5">Not run: {embedRun.problem}</p>
        )}
        <LiveRegion />
      </main>
    </div>
  );
}
