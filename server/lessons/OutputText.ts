import { outputText } from '../../lessons/outputText.ts';
import type { RunEvent } from '../../protocol/events/events.ts';
import { limits } from '../../protocol/limits.ts';
import { clipText } from '../base/clipText.ts';
import type { Emit } from '../ports/runPorts.ts';

/** What comes of some SQL, in a lesson's words, up to what a check can tell; the rest is dropped as it comes. */
export class OutputText {
  #text = '';
  #begun = false;

  readonly emit: Emit = (event) => {
    if (this.#text.length > limits.textLength || this.#isBefore(event)) return;
    const text = outputText([event]);
    if (text) this.#text += `${text}\n`;
  };

  get text(): string {
    return clipText(this.#text.trimEnd(), limits.textLength);
  }

  /** The first statement is the check's own: where its tables go. Notices before it are of the extension's remaking. */
  #isBefore(event: RunEvent): boolean {
    if (this.#begun) return false;
    const isFirst = event.type === 'statement' && event.index === 0;
    this.#begun = isFirst;
    return isFirst || event.type === 'notice';
  }
}
