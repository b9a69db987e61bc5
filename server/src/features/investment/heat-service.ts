import type { getBaseMap } from '@zhitong/contract/investment/heat-contract';
import type { Language } from '@zhitong/domain/language';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ApprovedBaseMap, HeatDeps } from './heat-deps.ts';
import { listDistricts } from './heat-reading.ts';

export async function viewBaseMap(
  { database, baseMap }: HeatDeps,
  { viewer, language }: { readonly viewer: Viewer; readonly language: Language },
): Promise<z.input<typeof getBaseMap.reply>> {
  const rows = await inContext(database, contextOf(viewer), (tx) => listDistricts(tx, viewer.city));
  return {
    ...{ approved: baseMap === undefined ? null : { number: baseMap.number }, city: viewer.city },
    districts: rows.flatMap(({ code, name, name_en, level, longitude, latitude }) =>
      longitude === null || latitude === null
        ? []
        : [
            {
              ...{ code, name: (language === 'en' ? name_en : null) ?? name, longitude, latitude },
              zone: level === 'zone',
            },
          ],
    ),
  };
}

/** The map leaves the house only on an approved base map, and the trail says that it did. */
export async function exportPicture(
  { database, effects, baseMap }: HeatDeps,
  viewer: Viewer,
  picture: { readonly title: string; readonly as: 'picture' | 'print' },
): Promise<{ number: string }> {
  const { number } = approvedOf(baseMap);
  await inContext(database, contextOf(viewer), (tx) =>
    recordAudit(tx, effects, {
      ...{ action: 'heat-map.exported', subject: { kind: 'list', id: 'heat-map' } },
      after: { ...picture, number },
    }),
  );
  return { number };
}

export function approvedOf(baseMap: ApprovedBaseMap | undefined): ApprovedBaseMap {
  if (baseMap === undefined) throw new Refusal('heat.base-map-not-approved');
  return baseMap;
}
