import { rmSync } from 'node:fs';
import { importChainkg } from '#features/matching/chainkg-import';
import { realEffects } from '#platform/effects';
import { writeFolder } from './chainkg-small-folder.ts';
import type { TestApp } from './test-app.ts';
import { testCity } from './test-world.ts';

/**
 * A small nation, made up for tests: one works where it is not registered, one makes a kind of it, one uses a broader word, one stands
 * nowhere; one makes something whose name only begins like it; and one is registered here and works away.
 */
const nation: Readonly<Record<string, string>> = {
  companies:
    'code,name,fullname,exchange,listed_on\n' +
    '900001,迁厂,迁厂材料股份有限公司（演示）,SSE,2020-05-06\n' +
    '900002,驻极,驻极滤材股份有限公司（演示）,SSE,2021-03-04\n' +
    '900003,无址,无址材料股份有限公司（演示）,SSE,2019-01-02\n' +
    '900004,弹簧,弹簧机械股份有限公司（演示）,SSE,2019-01-02\n' +
    '900005,宽名,宽名滤材股份有限公司（演示）,SSE,2019-01-02\n' +
    '900006,外干,外干材料股份有限公司（演示）,SSE,2019-01-02\n',
  company_region:
    'code,name,province,city\n900001,迁厂,广东,深圳市\n900002,驻极,广东,深圳市\n900003,无址,,\n900004,弹簧,广东,深圳市\n' +
    '900005,宽名,广东,深圳市\n900006,外干,山东,威海市\n',
  industries: 'code,name\n110000,化工\n',
  company_industry: 'code,industry_code\n900001,110000\n',
  products: 'name\n熔喷布\n驻极熔喷布\n熔喷布弹簧\n过滤材料\n',
  company_product:
    'code,product,revenue_share\n900001,熔喷布,0.7\n900002,驻极熔喷布,0.5\n900003,熔喷布,0.2\n900004,熔喷布弹簧,0.9\n' +
    '900005,过滤材料,0.9\n900006,熔喷布,0.9\n',
  product_relations: 'from,to,type\n熔喷布,驻极熔喷布,subclass\n熔喷布,熔喷布弹簧,subclass\n',
};

/** Imports the nation beside the test city, with another word for 熔喷布 and where two firms really work. */
export async function importNation({ database }: TestApp): Promise<void> {
  await database.db
    .insertInto('product_other_name')
    .values({ product_id: 'meltblown-cloth', name: '过滤材料', fit: 'broader', note: '熔喷布是过滤材料的一种' })
    .execute();
  const folder = writeFolder(nation);
  try {
    await importChainkg(database, {
      ...{ folder, city: testCity, effects: realEffects },
      workingPlaces: [
        { code: '900001', region: '370100' },
        { code: '900006', region: '440300' },
      ],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
