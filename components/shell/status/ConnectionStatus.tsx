'use client';
import { useSession } from '../../session/SessionProvider.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { type ConnectionText, connectionText } from './connectionText.ts';

const dots: Record<ConnectionText['tone'], string> = {
  ready: 'bg-pg',
  busy: 'border border-line-strong',
  idle: 'bg-line-strong',
  trouble: 'bg-warn',
};
const actionNames = { retry: 'Retry', takeBack: 'Use here', reload: 'Reload' };

/** How the page stands to its server and container, and what helps where it stands badly. */
export function ConnectionStatus({ now }: { now: number }) {
  const connection = useSession((state) => state.connection);
  const container = useSession((state) => state.container);
  const position = useSession((state) => state.position);
  const ended = useSession((state) => state.ended);
  const retryNow = useSession((state) => state.retryNow);
  const { tone, text, action } = connectionText({ connection, container, position, ended }, now);
  return (
    <span
      className={`flex min-w-0 items-center gap-1.5 ${tone === 'trouble' ? 'font-medium text-warn' : ''}`}
    >
      <span aria-hidden className={`size-2 shrink-0 rounded-full ${dots[tone]}`} />
      <span className="truncate">{text}</span>
      {action && (
        <TextButton onClick={action === 'reload' ? () => location.reload() : retryNow}>
          {actionNames[action]}
        </TextButton>
      )}
    </span>
  );
}
