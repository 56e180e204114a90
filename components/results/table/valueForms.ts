import { prettyJson } from './prettyJson.ts';

/** A value as it can be read. */
export interface ValueForm {
  name: 'Text' | 'JSON' | 'Bytes';
  text: string;
}

/** The forms of a value, the most readable first: JSON where it is JSON, and always its text and its bytes. */
export function valueForms(value: string, type: string): ValueForm[] {
  const bytes = type === 'bytea' ? byteaBytes(value) : null;
  if (bytes)
    return [
      { name: 'Bytes', text: hexDump(bytes) },
      { name: 'Text', text: value },
    ];
  const json = prettyJson(value);
  return [
    ...(json === null ? [] : [{ name: 'JSON' as const, text: json }]),
    { name: 'Text', text: value },
    { name: 'Bytes', text: hexDump(new TextEncoder().encode(value)) },
  ];
}

/** The bytes of a bytea in Postgres's hex format; null where it is written otherwise, or was cut in the middle of a byte. */
function byteaBytes(value: string): Uint8Array | null {
  const digits = /^\\x((?:[0-9a-f]{2})*)[0-9a-f]?…?$/.exec(value)?.[1];
  if (digits === undefined) return null;
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
  );
}

const perLine = 16;

/** Offset, sixteen bytes, and what of them is printable ASCII, as hexdump -C has it. */
function hexDump(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += perLine) {
    const line = [...bytes.subarray(at, at + perLine)];
    const hex = line.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const ascii = line
      .map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'))
      .join('');
    lines.push(`${at.toString(16).padStart(4, '0')}  ${hex.padEnd(3 * perLine - 1)}  ${ascii}`);
  }
  return lines.join('\n');
}
