import fc from 'fast-check';
import { z } from 'zod';

/** The parts of JSON Schema that zod writes. */
interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
}

/** Values that fit a schema, but for what it checks by functions of its own. */
export function schemaValues(schema: z.ZodType): fc.Arbitrary<unknown> {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return values(root, root, 0);
}

/** What calls itself is not followed further down. */
const deepest = 6;

function values(schema: JsonSchema, root: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.$ref !== undefined) {
    const named = schema.$ref === '#' ? root : root.$defs?.[schema.$ref.split('/').at(-1) ?? ''];
    return named && depth < deepest ? values(named, root, depth + 1) : fc.constant(null);
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((one) => values(one, root, depth)));
  if (schema.allOf) return values(Object.assign({}, ...schema.allOf), root, depth);
  switch (schema.type) {
    case 'object':
      return objects(schema, root, depth);
    case 'array':
      if (schema.prefixItems)
        return fc.tuple(...schema.prefixItems.map((one) => values(one, root, depth + 1)));
      return fc.array(values(schema.items ?? {}, root, depth + 1), {
        maxLength: depth < deepest ? Math.min(schema.maxItems ?? 4, 4) : 0,
      });
    case 'string':
      return strings(schema);
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(schema.minimum ?? -1000, Number.MIN_SAFE_INTEGER),
        max: Math.min(schema.maximum ?? 100_000, Number.MAX_SAFE_INTEGER),
      });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objects(schema: JsonSchema, root: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  if (typeof additionalProperties === 'object' && Object.keys(properties).length === 0)
    return fc.dictionary(
      fc.constantFrom('src/lib.rs', 'Cargo.toml', 'src/a.rs', 'my_extension.control', 'x', '__proto__'),
      values(additionalProperties, root, depth + 1),
      { maxKeys: 4 },
    );
  const entries = Object.entries(properties).map(([key, one]) => [key, values(one, root, depth + 1)]);
  const model: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(entries);
  return fc.record(model, { requiredKeys: required.filter((key) => key in properties) });
}

function strings({ pattern, minLength = 0, maxLength = 60 }: JsonSchema): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const longest = Math.max(minLength, Math.min(maxLength, 60));
  return fc.oneof(
    fc.string({ minLength, maxLength: longest }),
    fc.string({ unit: 'binary', minLength, maxLength: longest }),
  );
}
