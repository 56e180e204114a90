import { Check, X } from 'lucide-react';
import type { Diagnostic, RunEventOf } from '../../protocol/events/events.ts';
import { countOf } from '../ui/format/countOf.ts';
import { formatMs } from '../ui/format/formatMs.ts';
import { BuildErrors } from './errors/BuildErrors.tsx';
import type { ResultActions } from './resultActions.ts';

interface BuildLineProps {
  event: RunEventOf<'build'>;
  diagnostics: readonly Diagnostic[];
  actions: ResultActions;
}

/** Whether the crate was built, how long it took, and what the compiler found. */
export function BuildLine({ event, diagnostics, actions }: BuildLineProps) {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const counts = [
    errors.length > 0 ? countOf(errors.length, 'error') : '',
    warnings > 0 ? countOf(warnings, 'warning') : '',
  ].filter(Boolean);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2">
        {event.ok ? (
          <Check aria-hidden size={15} className="text-rust" />
        ) : (
          <X aria-hidden size={15} className="text-bad" />
        )}
        <span className={event.ok ? 'font-medium' : 'font-medium text-bad'}>
          {event.ok ? 'built' : 'build failed'}
        </span>
        <span className="text-muted tabular-nums">{formatMs(event.ms)}</span>
        {counts.length > 0 && (
          <button
            type="button"
            onClick={actions.onShowProblems}
            className={`rounded underline decoration-transparent underline-offset-2 hover:decoration-current ${errors.length > 0 ? 'text-bad' : 'text-warn'}`}
          >
            {counts.join(', ')}
          </button>
        )}
      </p>
      {!event.ok && <BuildErrors errors={errors} actions={actions} />}
    </>
  );
}
