'use client';
import { formatSeconds } from '../ui/formatSeconds.ts';
import { TextButton } from '../ui/TextButton.tsx';
import { useLanguageServer, useLanguageState } from './LanguageProvider.tsx';

/** How the language server stands, where one is wanted, and what helps where there is none. */
export function LanguageStatus() {
  const language = useLanguageServer();
  const wanted = useLanguageState((state) => state.wanted);
  const status = useLanguageState((state) => state.status);
  if (!wanted) return null;
  return (
    <span role="status" className="min-w-0 truncate">
      {status.kind === 'off' && 'rust-analyzer is off'}
      {status.kind === 'starting' && `rust-analyzer: ${status.doing} …`}
      {status.kind === 'ready' && `rust-analyzer ready in ${formatSeconds(status.ms)}`}
      {status.kind === 'ended' && (
        <span className="font-medium text-warn">
          <span title={status.message}>{status.message}</span>{' '}
          <TextButton onClick={() => language.start()}>start it</TextButton>
        </span>
      )}
    </span>
  );
}
