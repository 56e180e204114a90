import type { Diagnostic } from '../../protocol/events.ts';
import type { ResultActions } from './actions.ts';
import { BuildLine } from './BuildLine.tsx';
import { DisasterBlock } from './DisasterBlock.tsx';
import { DoneLine } from './DoneLine.tsx';
import { ExtensionLine } from './ExtensionLine.tsx';
import { NoticeLine } from './NoticeLine.tsx';
import { SqlErrorBlock } from './SqlErrorBlock.tsx';
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
  const notices = item.notices.map((notice, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: notices are only ever added at the end
    <NoticeLine key={index} notice={notice} />
  ));
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
    case 'statement': {
      const { event } = item;
      const { offset } = event;
      return (
        <div className="space-y-1">
          {event.index < 0 ? (
            <p className="text-muted">While the extension was put in place:</p>
          ) : (
            <StatementSql
              sql={event.type === 'statement' ? event.sql : event.statement}
              onReveal={offset === undefined ? undefined : () => actions.onRevealSql(offset)}
            />
          )}
          {notices}
          {event.type === 'statement' ? (
            <StatementBlock result={event} />
          ) : (
            <SqlErrorBlock error={event} actions={actions} />
          )}
        </div>
      );
    }
    case 'disaster':
      return (
        <div className="space-y-1">
          {notices}
          <DisasterBlock event={item.event} />
        </div>
      );
    case 'pending':
      return <div className="space-y-1">{notices}</div>;
    case 'done':
      return <DoneLine event={item.event} />;
  }
}
