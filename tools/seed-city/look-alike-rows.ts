import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { CityFiles } from './city-files.ts';
import type { OrganisationRow } from './city-rows.ts';
import { cell } from './csv-table.ts';
import type { Firm } from './firm-rows.ts';
import { foundingInstant, seededId } from './seeded-ids.ts';

/** How the same firm is written by somebody else. */
const variations: Readonly<Record<string, (name: string) => string>> = {
  'city-prefix': (name) => name.replace(/^(威海|文登|荣成|乳山)/, '$1市'),
  'no-prefix': (name) => name.replace(/^(威海|文登|荣成|乳山)/, ''),
  'company-form': (name) =>
    name.includes('有限责任公司') ? name.replace('有限责任公司', '有限公司') : name.replace('有限公司', '有限责任公司'),
  group: (name) => name.replace(/(有限|股份)/, '（集团）$1'),
};

interface LookAlikeContext {
  readonly random: SeededRandom;
  readonly firms: readonly Firm[];
  readonly city: string;
}

/** Firms entered a second time under another spelling, without a code: what the duplicate queue of the bureau begins with. */
export function makeLookAlikes(files: CityFiles, { random, firms, city }: LookAlikeContext): OrganisationRow[] {
  const taken = new Set<string>();
  return files.lookAlikes.map((row) => {
    const trade = cell(row, 'firm').slice('trade:'.length);
    const vary = variations[cell(row, 'variation')];
    const firm = firms.find(
      (known) => known.trade === trade && known.row.city === city && !taken.has(known.row.id) && canVary(known, vary),
    )?.row;
    if (firm === undefined || vary === undefined) throw new Error(`No firm for the look-alike of ${trade}.`);
    taken.add(firm.id);
    const address = cell(row, 'address') === 'same' ? firm.registeredAddress : null;
    return {
      ...firm,
      id: seededId(random, foundingInstant),
      name: vary(firm.name),
      shortName: firm.shortName,
      creditCode: null,
      registeredAddress: address,
      workingAddress: address,
      duty: null,
      source: '演示：虚构企业，重复登记',
      contact: null,
    };
  });
}

function canVary({ row: { name } }: Firm, vary: ((name: string) => string) | undefined): boolean {
  return vary !== undefined && vary(name) !== name;
}
