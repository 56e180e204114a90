import { limits } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';
import type { Emit } from '../../ports/runPorts.ts';
import type { ScriptPart } from '../split/scriptPart.ts';

/** Until then nobody asks what is going on, and a script of a thousand quick statements has no more to say than before. */
const lateMs = 300;

/** Says which statement of the script is under way, unless it is over before long; that is told by disposing of this. */
export function tellRunning(
  emit: Emit,
  part: Pick<ScriptPart, 'text' | 'offset'>,
  index: number,
): Disposable {
  const timer = setTimeout(() => {
    const statement = clipText(part.text, limits.textLength);
    emit({ type: 'running', index, statement, offset: part.offset, ms: lateMs });
  }, lateMs);
  return { [Symbol.dispose]: () => clearTimeout(timer) };
}
