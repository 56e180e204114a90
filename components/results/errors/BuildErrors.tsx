import type { Diagnostic } from '../../../protocol/events/events.ts';
import { LocationButton } from '../../ui/LocationButton.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import type { ResultActions } from '../resultActions.ts';

/** Errors listed here; the rest are in Problems. */
const listed = 5;

/** Why a build failed: its first errors with their places, and the way to the rest. */
export function BuildErrors({ errors, actions }: { errors: readonly Diagnostic[]; actions: ResultActions }) {
  const rest = errors.length - listed;
  // One offer for all errors that it mends.
  const mendings = new Set(errors.flatMap(({ code }) => actions.mending?.(code) ?? []));
  return (
    <div className="mt-1 space-y-2 border-bad border-l-2 pl-3">
      {errors.slice(0, listed).map(({ message, code, file, line, column }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a finished build's errors never move
        <div key={index}>
          <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            {code && <span className="mr-2 font-mono text-faint text-small">{code}</span>}
            {message}
          </p>
          {file && line !== null && (
            <LocationButton file={file} line={line} column={column} onReveal={actions.onReveal} />
          )}
        </div>
      ))}
      {[...mendings].map(({ id, name, perform }) => (
        <p key={id}>
          <TextButton onClick={perform}>{name}…</TextButton>
        </p>
      ))}
      <p className="text-muted">
        Nothing was installed; the database is unchanged.{' '}
        {rest > 0 && (
          <>
            <TextButton onClick={actions.onShowProblems}>{rest} more in Problems</TextButton>
            {' · '}
          </>
        )}
        <TextButton onClick={actions.onShowBuildLog}>Build log</TextButton>
      </p>
    </div>
  );
}
