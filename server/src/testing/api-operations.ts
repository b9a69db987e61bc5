import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** One address and method of the OpenAPI document. */
export interface ApiOperation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/api/needs/{id}` */
  readonly path: string;
  /** `public`, or the permission the route names; undefined: registered past `routesFor` */
  readonly permission: string | undefined;
  readonly pathParameters: readonly string[];
  readonly queryParameters: readonly { readonly name: string; readonly required: boolean; readonly schema: unknown }[];
  readonly body: unknown;
  /** `POST /api/needs/{id}/choice` */
  readonly name: string;
}

const parameter = z.object({
  in: z.string(),
  name: z.string(),
  required: z.boolean().default(false),
  schema: z.unknown(),
});
const operation = z.object({
  'x-permission': z.string().optional(),
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional(),
});
const document = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) });
const methods = { get: 'GET', post: 'POST', put: 'PUT', delete: 'DELETE' } as const;

/** Every operation the running app documents. */
export function listApiOperations(app: FastifyInstance): readonly ApiOperation[] {
  const { paths } = document.parse(app.swagger());
  return Object.entries(paths).flatMap(([path, byMethod]) =>
    Object.entries(methods).flatMap(([key, method]) => {
      const found = byMethod[key];
      if (!found) return [];
      const { parameters } = found;
      return [
        {
          ...{ method, path, name: `${method} ${path}`, permission: found['x-permission'] },
          pathParameters: parameters.filter((given) => given.in === 'path').map(({ name }) => name),
          queryParameters: parameters.filter((given) => given.in === 'query'),
          body: found.requestBody?.content['application/json']?.schema,
        },
      ];
    }),
  );
}
