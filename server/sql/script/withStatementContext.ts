import type { Emit } from '../../ports/runPorts.ts';
import type { ScriptPart } from '../split/scriptPart.ts';

/** Emits as `emit` does, and tells of a crash or a limit which statement of the script it ended. */
export function withStatementContext(emit: Emit, part: ScriptPart, index: number): Emit {
  return (event) => {
    if (event.type !== 'crash' && event.type !== 'limit') return emit(event);
    emit({ ...event, index, statement: part.text, offset: part.offset });
  };
}
