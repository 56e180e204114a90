import Anser from 'anser';
import type { Diagnostic } from '../../../protocol/events/events.ts';
import { onlyColours } from '../../ui/text/onlyColours.ts';

const aside = /^\s*(?:= )?((?:note|help): .*)$/;

/** A diagnostic for the hover at its place: the message, and the notes and helps that rustc draws below it. */
export function diagnosticText({ message, rendered }: Diagnostic): string {
  const lines = Anser.ansiToText(onlyColours(rendered)).split('\n');
  const asides = lines.flatMap((line) => aside.exec(line)?.[1] ?? []);
  return [message, ...new Set(asides)].join('\n');
}
