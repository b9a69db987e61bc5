import { languages } from '@zhitong/domain/language';
import { z } from 'zod';
import { type Endpoint, endpoint } from './endpoint.ts';

/**
 * The same list as an Excel file, under the same filter, in the same order. A link carries no header, so language and post may
 * stand in its address.
 */
export function exportOf<Shape extends z.ZodRawShape>(
  list: Endpoint<z.ZodUndefined, z.ZodObject<Shape>, z.ZodUndefined, z.ZodType>,
) {
  return endpoint({
    method: 'GET',
    path: exportPath(list),
    tag: list.tag,
    summary: `${list.summary}, as an Excel file`,
    status: 200,
    query: (list.query ?? z.object({} as Shape)).extend({ lang: z.enum(languages).optional() }),
    reply: z.unknown(),
  });
}

export function exportPath({ path }: { readonly path: string }): string {
  return `${path}/export`;
}
