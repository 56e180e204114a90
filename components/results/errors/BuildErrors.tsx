import type { Diagnostic } from '../../../protocol/events/events.ts';
import { diagnosticDetails } from '../../session/state/diagnosticDetails.ts';
import { LocationButton } from '../../ui/LocationButton.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { LongText } from '../../ui/text/LongText.tsx';
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
      {errors.slice(0, listed).map((error, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a finished build's errors never move
        <BuildError key={index} error={error} actions={actions} />
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

/** One error with all that the compiler said of it, and what mends it. */
function BuildError({ error, actions }: { error: Diagnostic; actions: ResultActions }) {
  const { message, code, file, line, column } = error;
  const details = diagnosticDetails(error);
  const remedy = actions.remedyOf?.(error);
  return (
    <div>
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        {code && <span className="mr-2 font-mono text-faint text-small">{code}</span>}
        {message}
      </p>
      {details.length > 0 && (
        <div className="text-muted">
          <LongText text={details.join('\n')} />
        </div>
      )}
      {file && line !== null && (
        <LocationButton file={file} line={line} column={column} onReveal={actions.onReveal} />
      )}
      {remedy && (
        <p>
          <TextButton onClick={remedy.perform}>{remedy.name}</TextButton>
        </p>
      )}
    </div>
  );
}
