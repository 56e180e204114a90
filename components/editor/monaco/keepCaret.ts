import type { editor } from 'monaco-editor/editor/editor.api.js';
import { sameCharacter } from '../plain/sameCharacter.ts';

/** Lets a model's text be changed from elsewhere, and leaves the caret at the character at which it was. */
export function keepCaret(view: editor.IStandaloneCodeEditor, change: () => void): void {
  const model = view.getModel();
  const position = view.getPosition();
  const before = model?.getValue() ?? '';
  const offset = model && position ? model.getOffsetAt(position) : 0;
  change();
  if (!model || !position || model.isDisposed() || view.getModel() !== model) return;
  const now = model.getValue();
  if (now === before) return;
  const place = sameCharacter(before, now, offset);
  if (place !== null) view.setPosition(model.getPositionAt(place));
}
