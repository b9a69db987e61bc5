import { z } from 'zod';
import type { ApiOperation } from './api-operations.ts';
import type { requestOf } from './sample-request.ts';

/** Where a request may carry an id besides its address. */
export interface IdPlace {
  /** `successors.each[].postId`, `parent` */
  readonly path: string;
  /** the last word of it */
  readonly name: string;
  readonly where: 'body' | 'query';
}

const node = z.looseObject({
  format: z.string().optional(),
  anyOf: z.array(z.unknown()).default([]),
  oneOf: z.array(z.unknown()).default([]),
  allOf: z.array(z.unknown()).default([]),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).default({}),
});

/** Every place for a uuid in the body and the question of an operation. */
export function idPlaces({ body, queryParameters }: ApiOperation): readonly IdPlace[] {
  return [
    ...pathsIn(body, '').map((path) => ({ ...named(path), where: 'body' as const })),
    ...queryParameters.flatMap(({ name, schema }) =>
      pathsIn(schema, name).map((path) => ({ ...named(path), where: 'query' as const })),
    ),
  ];
}

const named = (path: string) => ({ path, name: (path.split('.').at(-1) ?? path).replace('[]', '') });

function pathsIn(schema: unknown, path: string): readonly string[] {
  const parsed = node.safeParse(schema);
  if (!parsed.success) return [];
  const { format, anyOf, oneOf, allOf, items, properties } = parsed.data;
  return [
    ...(format === 'uuid' ? [path] : []),
    ...new Set([...anyOf, ...oneOf, ...allOf].flatMap((choice) => pathsIn(choice, path))),
    ...(items === undefined ? [] : pathsIn(items, `${path}[]`)),
    ...Object.entries(properties).flatMap(([name, inner]) => pathsIn(inner, path === '' ? name : `${path}.${name}`)),
  ];
}

type Request = ReturnType<typeof requestOf>;

/** The request with this id in that place. */
export function withId(request: Request, { place, id }: { readonly place: IdPlace; readonly id: string }): Request {
  if (place.where === 'query') return { ...request, query: { ...request.query, [place.path]: id } };
  const body: unknown = JSON.parse(request.payload ?? '{}');
  return { ...request, payload: JSON.stringify(put(body, place.path.split('.'), id)) };
}

const record = z.record(z.string(), z.unknown());

function put(body: unknown, [first = '', ...rest]: readonly string[], id: string): unknown {
  const object = record.safeParse(body).data ?? {};
  const isList = first.endsWith('[]');
  const name = first.replace('[]', '');
  const inner = rest.length === 0 ? id : put(isList ? {} : object[name], rest, id);
  return { ...object, [name]: isList ? [inner] : inner };
}
