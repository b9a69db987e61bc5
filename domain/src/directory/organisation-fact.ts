/** What is known of an organisation, one by one: each has its own source, date and level. */
export const factFields = [
  'name',
  'shortName',
  'nameEn',
  'kind',
  'creditCode',
  'parentId',
  'region',
  'registeredAddress',
  'workingAddress',
  'registeredOnly',
  'industry',
  'size',
  'duty',
  'contact',
] as const;
export type FactField = (typeof factFields)[number];

/** What an organisation has beside its facts: entered, changed and ended one by one, each with its line in the history. */
export const holdingFields = ['capability', 'certificate', 'member', 'formerName'] as const;
export type HoldingField = (typeof holdingFields)[number];

/** Where an organisation belongs and which one it is: only the bureau says so. */
export const bureauFields = ['kind', 'creditCode', 'parentId'] as const satisfies readonly FactField[];

/** What the organisation was called and where it belonged is kept for every day (沿革). */
export const datedFields = ['name', 'shortName', 'kind', 'parentId', 'region'] as const satisfies readonly FactField[];

/** 自报 → 有材料 → 已核实: how far a fact has been proved. */
export const factLevels = ['self-declared', 'documented', 'verified'] as const;
export type FactLevel = (typeof factLevels)[number];

/** What the history of an organisation tells beside its facts: how far it is proved who speaks for it. */
export const provenField = 'level';

/** 统计上大中小微型企业划分办法（2017）. */
export const organisationSizes = ['大型', '中型', '小型', '微型'] as const;
export type OrganisationSize = (typeof organisationSizes)[number];

/** What a firm says of itself. */
export const selfDeclared = '企业自报';

/** Where a fact comes from, as of when, and how far it is proved. */
export interface FactOrigin {
  readonly source: string;
  readonly asOf: string;
  readonly level: FactLevel;
}

/** Machines and processes a firm has, its capacity in its own words; what a school or centre does research in. */
export const capabilityKinds = ['machine', 'process', 'capacity', 'research'] as const;
export type CapabilityKind = (typeof capabilityKinds)[number];
