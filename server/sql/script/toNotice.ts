import type { NoticeMessage } from 'pg-protocol/dist/messages.js';
import type { RunEventOf } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';

/** A notice, warning or other message that is no error, as an event. */
export function toNotice(notice: NoticeMessage): RunEventOf<'notice'> {
  return {
    type: 'notice',
    severity: clipText(notice.severity ?? 'NOTICE', 40),
    message: clipText(notice.message ?? '', limits.textLength),
    detail: text(notice.detail),
    hint: text(notice.hint),
    where: text(notice.where),
  };
}

const text = (value: string | undefined) => (value ? clipText(value, limits.textLength) : null);
