import { languages } from '@zhitong/domain/language';
import { z } from 'zod';
import { type Endpoint, endpoint } from './endpoint.ts';

/**
 * The same list as an Excel file, under the same filter, in the same order. A link carries no header, so language and post may
 * stand in its address.
 */
export function exportOf<Shape extends z.ZodRawShape, Params extends z.ZodType = z.ZodUndefined>(
  list: Endpoint<Params, z.ZodObject<Shape>, z.ZodUndefined, z.ZodType>,
) {
  return endpoint({
    ...headOf(list),
    ...(list.params && { params: list.params }),
    query: (list.query ?? z.object({} as Shape)).extend({ lang: z.enum(languages).optional() }),
  });
}

/** The same for a list that takes no filter. */
export function exportOfAll(list: Endpoint<z.ZodUndefined, z.ZodUndefined, z.ZodUndefined, z.ZodType>) {
  return endpoint({ ...headOf(list), query: z.object({ lang: z.enum(languages).optional() }) });
}

function headOf(list: { readonly path: string; readonly tag: string; readonly summary: string }) {
  return {
    ...{ method: 'GET' as const, path: exportPath(list), tag: list.tag, status: 200 as const, reply: z.unknown() },
    summary: `${list.summary}, as an Excel file`,
  };
}

export function exportPath({ path }: { readonly path: string }): string {
  return `${path}/export`;
}
