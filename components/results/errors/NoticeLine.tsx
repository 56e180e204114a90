import type { RunEventOf } from '../../../protocol/events/events.ts';
import { ErrorField } from './ErrorField.tsx';

/** Something that was said while a statement ran: NOTICE, WARNING, INFO and their like. */
export function NoticeLine({ notice }: { notice: RunEventOf<'notice'> }) {
  const loud = notice.severity === 'WARNING';
  return (
    <div className={`border-l-2 py-0.5 pl-2 ${loud ? 'border-warn' : 'border-line'}`}>
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        <span className={`mr-2 font-mono text-small ${loud ? 'text-warn' : 'text-faint'}`}>
          {notice.severity}
        </span>
        {notice.message}
      </p>
      <ErrorField name="DETAIL" text={notice.detail} />
      <ErrorField name="HINT" text={notice.hint} />
      <ErrorField name="CONTEXT" text={notice.where} />
    </div>
  );
}
