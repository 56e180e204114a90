import type { RunEventOf } from '../../protocol/events/events.ts';
import { TextButton } from '../ui/TextButton.tsx';
import type { ResultActions } from './resultActions.ts';

/** What each action means for what can be seen in the database now; `created` says it already. */
const meanings = {
  created: null,
  recreated: 'SQL changed; dropped with everything that depended on it and created again.',
  updated: 'ALTER EXTENSION ran the upgrade script.',
  reconnected: 'SQL unchanged; reconnected to load the new library.',
  restarted: 'A preloaded library or a setting changed; Postgres was restarted.',
};

interface ExtensionLineProps {
  event: RunEventOf<'extension'>;
  actions: ResultActions;
}

/** What became of the extension in the database, and why. */
export function ExtensionLine({ event, actions }: ExtensionLineProps) {
  const reason = event.reason ?? meanings[event.action];
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2">
        <span>
          <span className="font-medium">{event.action}</span> {event.name} {event.version}
        </span>
        <TextButton onClick={actions.onShowGeneratedSql}>Generated SQL</TextButton>
      </p>
      {reason && <p className="text-muted">{reason}</p>}
    </>
  );
}
