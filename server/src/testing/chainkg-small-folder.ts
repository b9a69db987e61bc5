import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small folder of the shape of chainkg, made up for tests: two cities, one unknown, one cycle, one dish. */
export const smallFolder: Readonly<Record<string, string>> = {
  companies:
    'code,name,fullname,exchange,listed_on\n' +
    '900001,新名,新名材料股份有限公司,SSE,2020-05-06\n' +
    '900001,旧名,旧名化工股份有限公司,SSE,2020-05-06\n' +
    '900002,二号,二号机械股份有限公司,SSE,2021-03-04\n' +
    '900003,三号,三号食品股份有限公司,SSE,2019-01-02\n',
  company_region: 'code,name,province,city\n900001,新名,山东,威海市\n900002,二号,广东,深圳市\n900003,三号,,\n',
  industries: 'code,name\n110000,化工\n',
  company_industry: 'code,industry_code\n900001,110000\n',
  products: 'name\n演示料甲\n演示料乙\n演示料丙\n西红柿炒鸡蛋\n鸡蛋\n"演示\n料丁"\n钢\n',
  company_product:
    'code,product,revenue_share\n900001,演示料甲,0.7\n900001,演示料甲,0.6\n900001,演示料乙,-2\n900002,演示料甲,0.1\n900002,"演示\n料丁",\n900003,鸡蛋,1\n',
  product_relations:
    'from,to,type\n演示料甲,演示料乙,upstream_material\n演示料乙,演示料丙,upstream_material\n演示料丙,演示料甲,upstream_material\n' +
    '演示料甲,演示料甲,upstream_material\n西红柿炒鸡蛋,鸡蛋,upstream_material\n演示料甲,没有的,subclass\n演示料丙,演示料丁,subclass\n',
};

export function writeFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhitong-chainkg-'));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, `${file}.csv`), text);
  return folder;
}
