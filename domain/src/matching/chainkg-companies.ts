import { unknownCity } from '../directory/organisation.ts';
import type { CityFinder, Place } from './chainkg-cities.ts';
import { repairName } from './chainkg-name.ts';
import type { CleaningTally } from './chainkg-report.ts';
import type { ChainkgRow, ChainkgRows, StockCode } from './chainkg-rows.ts';

export interface ImportedCompany {
  readonly code: StockCode;
  readonly name: string;
  readonly shortName: string;
  readonly formerNames: readonly string[];
  /** GB/T 2260 prefecture, `000000` when unknown */
  readonly city: string;
  /** prefecture or county; null when unknown */
  readonly region: string | null;
  readonly industry: string | null;
}

/** One company a code. Requires: of two rows of one code the newer stands first, as the source has them. */
export function cleanCompanies(rows: ChainkgRows, findCity: CityFinder, tally: CleaningTally): ImportedCompany[] {
  const regions = new Map(rows.company_region.map((row) => [row.code, row]));
  const industryNames = new Map(rows.industries.map((row) => [row.code, row.name]));
  const industries = new Map(
    rows.company_industry.map((row) => [row.code, industryNames.get(row.industry_code) ?? null]),
  );
  return [...groupByCode(rows.companies)].map(([code, group]) => ({
    code,
    ...nameOf(group, tally),
    ...placeOf(code, regions.get(code), { findCity, tally }),
    industry: industries.get(code) ?? null,
  }));
}

type CompanyRow = ChainkgRow<'companies'>;

function groupByCode(rows: readonly CompanyRow[]): Map<StockCode, CompanyRow[]> {
  const groups = new Map<StockCode, CompanyRow[]>();
  for (const row of rows) {
    const group = groups.get(row.code);
    if (group) group.push(row);
    else groups.set(row.code, [row]);
  }
  return groups;
}

function nameOf(
  group: readonly CompanyRow[],
  tally: CleaningTally,
): Pick<ImportedCompany, 'name' | 'shortName' | 'formerNames'> {
  const [first] = group;
  if (first === undefined) return { name: '', shortName: '', formerNames: [] };
  const shortName = repairName(first.name);
  // one code, but listed on different days: the full names belong to other firms
  if (new Set(group.map((row) => row.listed_on)).size > 1) return nameAmongForeign(group, shortName, tally);
  const name = repairName(first.fullname) || shortName;
  const formerNames = [...new Set(group.slice(1).map((row) => repairName(row.fullname)))].filter(
    (former) => former !== name,
  );
  for (const former of group.slice(1)) tally.note('company.renamed', `${first.code} ${former.fullname} → ${name}`);
  return { name, shortName, formerNames };
}

/** Only a full name that contains the beginning of the short one is believed; else the short name stands alone. */
function nameAmongForeign(group: readonly CompanyRow[], shortName: string, tally: CleaningTally) {
  const stem = shortName.replace(/^\*?S?T/, '').slice(0, 2);
  const own = group.map((row) => repairName(row.fullname)).find((name) => name.includes(stem));
  for (const row of group)
    if (row.fullname !== own) tally.note('company.foreign-name', `${row.code} ${shortName} ≠ ${row.fullname}`);
  return { name: own ?? shortName, shortName, formerNames: [] };
}

const nowhere = { city: unknownCity, region: null };

function placeOf(
  code: StockCode,
  row: ChainkgRow<'company_region'> | undefined,
  { findCity, tally }: { findCity: CityFinder; tally: CleaningTally },
): Place | typeof nowhere {
  if (row === undefined || row.city === '') {
    tally.note('company.city-missing', code);
    return nowhere;
  }
  const place = findCity(row.province, row.city);
  if (place === undefined) tally.note('company.city-unknown', `${code} ${row.province}${row.city}`);
  return place ?? nowhere;
}
