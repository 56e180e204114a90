import type { Diagnostic } from '../../protocol/events/events.ts';
import { useLoaded } from '../browser/useLoaded.ts';
import { BuildLine } from './BuildLine.tsx';
import { DoneLine } from './DoneLine.tsx';
import { ExtensionLine } from './ExtensionLine.tsx';
import { AbnormalEnd } from './errors/AbnormalEnd.tsx';
import { NoticeLine } from './errors/NoticeLine.tsx';
import { NotificationLine } from './errors/NotificationLine.tsx';
import { SqlErrorBlock } from './errors/SqlErrorBlock.tsx';
import { noticesInHtml } from './firstHtml.ts';
import { RunningLine } from './RunningLine.tsx';
import type { ResultActions } from './resultActions.ts';
import { ServerLogBlock } from './ServerLogBlock.tsx';
import { StatementBlock } from './StatementBlock.tsx';
import { StatementSql } from './StatementSql.tsx';
import type { StoryItem } from './story.ts';

interface StoryEntryProps {
  item: StoryItem;
  diagnostics: readonly Diagnostic[];
  actions: ResultActions;
}

/** One thing that the results tell, with the notices that came before it. */
export function StoryEntry({ item, diagnostics, actions }: StoryEntryProps) {
  const loaded = useLoaded();
  const notices = (loaded ? item.notices : noticesInHtml(item.notices)).map((notice, index) =>
    notice.type === 'notice' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: notices are only ever added at the end
      <NoticeLine key={index} notice={notice} actions={actions} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same
      <NotificationLine key={index} notification={notice} />
    ),
  );
  switch (item.kind) {
    case 'build':
      return <BuildLine event={item.event} diagnostics={diagnostics} actions={actions} />;
    case 'extension':
      return (
        <>
          <ExtensionLine event={item.event} actions={actions} />
          {notices}
        </>
      );
    case 'statement':
    case 'abnormalEnd': {
      const { event } = item;
      return (
        <div className="space-y-1">
          <StatementHead event={event} actions={actions} />
          {notices}
          <StatementEnd event={event} actions={actions} />
        </div>
      );
    }
    case 'serverLog':
      return (
        <>
          {notices}
          <ServerLogBlock text={item.text} />
        </>
      );
    case 'running': {
      const { sql, offset } = item.statement;
      return (
        <div className="space-y-1">
          <StatementSql sql={sql} onReveal={() => actions.onRevealSql(offset)} />
          {notices}
          <RunningLine since={item.since} />
        </div>
      );
    }
    case 'pending':
      return <div className="space-y-1">{notices}</div>;
    case 'done':
      return <DoneLine event={item.event} />;
  }
}

type Ending = Extract<StoryItem, { kind: 'statement' | 'abnormalEnd' }>['event'];

/** Which statement it was, and the way to it. */
function StatementHead({ event, actions }: { event: Ending; actions: ResultActions }) {
  const { index, offset } = event;
  const sql = event.type === 'statement' ? event.sql : event.statement;
  if (index !== undefined && index < 0) return <p className="text-muted">While installing the extension:</p>;
  if (!sql) return null;
  return (
    <StatementSql sql={sql} onReveal={offset === undefined ? undefined : () => actions.onRevealSql(offset)} />
  );
}

/** What came of it. */
function StatementEnd({ event, actions }: { event: Ending; actions: ResultActions }) {
  switch (event.type) {
    case 'statement':
      return <StatementBlock result={event} />;
    case 'sqlError':
      return <SqlErrorBlock error={event} actions={actions} />;
    default:
      return <AbnormalEnd event={event} />;
  }
}
