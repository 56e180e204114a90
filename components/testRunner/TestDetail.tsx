'use client';
import type { ReactNode } from 'react';
import { LocationButton } from '../ui/LocationButton.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import { RegressDetail } from './RegressDetail.tsx';
import { StatusIcon, statusText } from './StatusIcon.tsx';
import type { TestItem } from './testReport.ts';

interface TestDetailProps {
  item: TestItem;
  running: boolean;
  onRun: (item: TestItem) => void;
  onReveal: (file: string, line: number, column: number) => void;
}

/** All that is known of one test: how it stands, why, and what was said while it ran. */
export function TestDetail({ item, running, onRun, onReveal }: TestDetailProps) {
  const { result, output, status, name, regress } = item;
  const error = result?.error;
  const file = result?.outcome === 'failed' ? result.file : item.file;
  const line = result?.outcome === 'failed' ? result.line : item.line;
  return (
    <div className="space-y-2 px-3 py-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="flex min-w-0 items-center gap-2">
          <StatusIcon status={status} />
          <span className="min-w-0 font-medium font-mono text-[12.5px] [overflow-wrap:anywhere]">{name}</span>
        </span>
        <span className="text-muted">{statusText[status]}</span>
        {file && line !== null && <LocationButton file={file} line={line} onReveal={onReveal} />}
        <TextButton onClick={() => onRun(item)} disabled={running} className="disabled:text-faint">
          {regress || item.kind === 'regress' ? 'Run this file' : 'Run this test'}
        </TextButton>
      </p>
      {result?.message && (
        <p className="whitespace-pre-wrap border-bad border-l-2 pl-3 [overflow-wrap:anywhere]">
          {error && (
            <>
              <span className="font-medium text-bad">{error.severity}</span>{' '}
              <span className="font-mono text-faint text-small">{error.sqlstate}</span>{' '}
            </>
          )}
          {result.message}
        </p>
      )}
      <Field name="DETAIL" text={error?.detail} />
      <Field name="HINT" text={error?.hint} />
      <Field name="CONTEXT" text={error?.where} />
      {result && result.notices.length > 0 && (
        <Part title="Notices">
          {result.notices.map(({ severity, message }) => `${severity}: ${message}`).join('\n')}
        </Part>
      )}
      {output && <Part title="Output and Postgres log">{output}</Part>}
      {result?.printed && <Part title="Output">{result.printed}</Part>}
      {regress && <RegressDetail result={regress} />}
    </div>
  );
}

function Field({ name, text }: { name: string; text: string | null | undefined }) {
  if (!text) return null;
  return (
    <div>
      <span className="font-mono text-faint text-small">{name}</span>
      <pre className="overflow-x-auto whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</pre>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h4 className="text-muted text-small">{title}</h4>
      <pre className="whitespace-pre-wrap rounded-sm bg-sunken px-2 py-1 [overflow-wrap:anywhere]">
        {children}
      </pre>
    </section>
  );
}
