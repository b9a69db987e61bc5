import { z } from 'zod';

const node = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  default: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  minItems: z.number().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  minimum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
});
type Node = z.infer<typeof node>;

/** The smallest value a JSON schema takes: a body that is looked at, whatever is then said of it. */
export function sampleOf(schema: unknown, words = '演示'): unknown {
  const parsed = node.safeParse(schema);
  if (!parsed.success) return {};
  const given = parsed.data;
  if (given.const !== undefined) return given.const;
  if (given.enum) return given.enum[0];
  const choices = given.anyOf ?? given.oneOf ?? given.allOf;
  if (choices) return sampleOf(choices[0], words);
  return ofType(given, words);
}

function ofType(given: Node, words: string): unknown {
  const type = Array.isArray(given.type) ? given.type[0] : given.type;
  if (type === 'object') return sampleObject(given, words);
  if (type === 'array') return Array.from({ length: given.minItems ?? 0 }, () => sampleOf(given.items, words));
  if (type === 'integer' || type === 'number') return Math.max(given.minimum ?? 1, (given.exclusiveMinimum ?? 0) + 1);
  if (type === 'boolean') return false;
  if (type === 'null') return null;
  return sampleText(given, words);
}

function sampleObject({ properties = {}, required = [] }: Node, words: string): Record<string, unknown> {
  return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name], words)]));
}

const sampleId = '01900000-0000-7000-8000-00000000beef';

function sampleText({ format, pattern, minLength = 0 }: Node, words: string): string {
  if (format === 'uuid') return sampleId;
  if (format === 'date') return '2026-11-30';
  if (format === 'date-time') return '2026-11-30T09:00:00+08:00';
  if (pattern?.includes('\\d{6}')) return '371000';
  return words.padEnd(minLength, '甲');
}

/** The same with every field a body may have, and one of each list. */
export function fullSampleOf(schema: unknown, words: string): unknown {
  const parsed = node.safeParse(schema);
  if (!parsed.success) return {};
  const { properties, items, anyOf, oneOf, allOf } = parsed.data;
  const choices = anyOf ?? oneOf ?? allOf;
  if (choices) return fullSampleOf(choices[0], words);
  if (items !== undefined) return [fullSampleOf(items, words)];
  if (properties === undefined) return sampleOf(schema, words);
  return Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, fullSampleOf(each, words)]));
}
