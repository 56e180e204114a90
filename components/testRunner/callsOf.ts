/** What stands for an argument of a type, where `x` is an integer. */
const examples: [RegExp, string][] = [
  [/^(?:int|integer|smallint|bigint|numeric|double precision|real)\b/i, 'x'],
  [/^(?:text|varchar|character varying)\b/i, 'x::text'],
  [/^bool/i, 'x % 2 = 0'],
];

/** A call of each function that some generated SQL creates, as one would begin to write it. */
export function callsOf(sql: string): string[] {
  const found = sql.matchAll(
    /CREATE\s+(?:OR REPLACE\s+)?FUNCTION\s+([\w".]+)\s*\(([\s\S]*?)\)\s*RETURNS\s+(\w+)/g,
  );
  return [...found].flatMap(([, name = '', list = '', returns = '']) => {
    if (/^(?:trigger|internal|event_trigger)$/i.test(returns)) return [];
    const types = [...list.matchAll(/^\s*"[^"\n]+"\s+([^\n]*?)(?:\s+DEFAULT\b.*)?,?\s*\/\*/gm)].map(
      ([, type = '']) => type,
    );
    const values = types.map((type) => examples.find(([is]) => is.test(type))?.[1] ?? `NULL::${type}`);
    return `${name.replaceAll('"', '')}(${values.join(', ')})`;
  });
}
