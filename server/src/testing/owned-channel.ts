import type { Tx } from '#platform/database';
import type { TestOrganisation } from './test-world.ts';

/** A robot of an organisation. Its key was sealed by another installation: what is tried with it stays in the house. */
export async function writeChannel(
  tx: Tx,
  { id, city, name, person }: TestOrganisation,
  { newId, at }: { newId: () => string; at: string },
): Promise<string> {
  const channel = newId();
  await tx
    .insertInto('notice_channel')
    .values({
      ...{ city, id: channel, organisation_id: id, organisation_name: name, kind: 'wecom', name: '演示群' },
      ...{
        language: 'zh',
        address_shown: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send',
        sealed: 'v0',
        keyed: false,
      },
      ...{
        robot: channel,
        digest_minutes: 5,
        position: 0,
        made_by: person.id,
        made_by_name: person.name,
        created_at: at,
      },
    })
    .execute();
  return channel;
}
