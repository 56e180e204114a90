'use client';
import { formatSeconds } from '../ui/format/formatSeconds.ts';
import { TextButton } from '../ui/TextButton.tsx';
import { useLanguageServer, useLanguageState } from './LanguageProvider.tsx';
import type { LanguageStatus as LanguageStatusKind } from './languageState.ts';

/** How the language server stands, where one is wanted, and what helps where there is none. */
export function LanguageStatus() {
  const language = useLanguageServer();
  const wanted = useLanguageState((state) => state.wanted);
  const status = useLanguageState((state) => state.status);
  if (!wanted) return null;
  return (
    <span role="status" className="flex min-w-0">
      <span
        className={`min-w-0 truncate ${status.kind === 'ended' ? 'font-medium text-warn' : ''}`}
        title={status.kind === 'ended' ? status.message : undefined}
      >
        {textOf(status)}
      </span>
      {status.kind === 'ended' && (
        <TextButton className="ml-2 shrink-0" onClick={() => language.start()}>
          Restart
        </TextButton>
      )}
    </span>
  );
}

function textOf(status: LanguageStatusKind): string {
  switch (status.kind) {
    case 'off':
      return 'rust-analyzer is off';
    case 'starting':
      return `rust-analyzer: ${status.doing}…`;
    case 'ready':
      return `rust-analyzer ready in ${formatSeconds(status.ms)}`;
    case 'ended':
      return status.message;
  }
}
