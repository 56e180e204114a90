import type { RunEventOf } from '../../../protocol/events/events.ts';
import { TextButton } from '../../ui/TextButton.tsx';
import type { ResultActions } from '../resultActions.ts';
import { ErrorField } from './ErrorField.tsx';

interface NoticeLineProps {
  notice: RunEventOf<'notice'>;
  actions: ResultActions;
}

/** Something that was said while a statement ran: NOTICE, WARNING, INFO and their like. */
export function NoticeLine({ notice, actions }: NoticeLineProps) {
  const loud = notice.severity === 'WARNING';
  return (
    <div className={`border-l-2 py-0.5 pl-2 ${loud ? 'border-warn' : 'border-line'}`}>
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        <span className={`mr-2 font-mono text-small ${loud ? 'text-warn' : 'text-faint'}`}>
          {notice.severity}
        </span>
        {notice.message}{' '}
        {notice.needsRestart && actions.onRestartPostgres && (
          <TextButton onClick={actions.onRestartPostgres}>Restart Postgres</TextButton>
        )}
      </p>
      <ErrorField name="DETAIL" text={notice.detail} />
      <ErrorField name="HINT" text={notice.hint} />
      <ErrorField name="CONTEXT" text={notice.where} />
    </div>
  );
}
