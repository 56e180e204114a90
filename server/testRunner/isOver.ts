import type { StepEnd } from '../ports/runPorts.ts';

/** Whether the container can't be used further, or the run was stopped: then nothing more is tried. */
export function isOver(end: { kind: 'ok' } | StepEnd): end is StepEnd {
  return (
    end.kind === 'cancelled' ||
    end.kind === 'lost' ||
    ('sandboxUnusable' in end && end.sandboxUnusable === true)
  );
}
