import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTable, type TableRow } from './csv-table.ts';
import { type NeedPhrases, parseNeedPhrases } from './need-phrases.ts';
import { parseScriptedNeeds, parseScriptedOffers, type ScriptedNeed, type ScriptedOffer } from './scripted-rows.ts';

/** The data files of the demo city, read but not yet understood. */
export interface CityFiles {
  /** by chain, in the order of the file names */
  readonly products: ReadonlyMap<string, readonly TableRow[]>;
  readonly substitutes: readonly TableRow[];
  readonly quantitySources: readonly TableRow[];
  readonly certificates: readonly TableRow[];
  readonly usualSizes: readonly TableRow[];
  readonly divisions: readonly TableRow[];
  readonly divisionChanges: readonly TableRow[];
  readonly zones: readonly TableRow[];
  readonly countyPoints: readonly TableRow[];
  readonly regionEnglishNames: readonly TableRow[];
  readonly circles: readonly TableRow[];
  readonly towns: readonly TableRow[];
  readonly governments: readonly TableRow[];
  readonly departments: readonly TableRow[];
  readonly banks: readonly TableRow[];
  readonly universities: readonly TableRow[];
  readonly centres: readonly TableRow[];
  readonly realFirms: readonly TableRow[];
  readonly capabilities: readonly TableRow[];
  readonly statedFacts: readonly TableRow[];
  readonly claims: readonly TableRow[];
  readonly lookAlikes: readonly TableRow[];
  readonly trades: readonly TableRow[];
  readonly homeNames: readonly TableRow[];
  readonly nameWords: readonly TableRow[];
  readonly outsideCities: readonly TableRow[];
  readonly signIns: readonly TableRow[];
  readonly secondPosts: readonly TableRow[];
  readonly units: readonly TableRow[];
  readonly alliances: readonly TableRow[];
  readonly allianceMembers: readonly TableRow[];
  readonly pastNames: readonly TableRow[];
  readonly duties: readonly TableRow[];
  readonly districtBodies: readonly TableRow[];
  readonly pastDeals: readonly TableRow[];
  readonly ownOffers: readonly ScriptedOffer[];
  readonly openNeeds: readonly ScriptedNeed[];
  readonly phrases: NeedPhrases;
}

/** *Requires* the `data` folder of the repository. */
export function readCityFiles(dataFolder: string): CityFiles {
  const table = (path: string) => parseTable(readFileSync(join(dataFolder, path), 'utf8'));
  const chains = readdirSync(join(dataFolder, 'product-graph/products'))
    .filter((name) => name.endsWith('.csv'))
    .sort();
  return {
    products: new Map(chains.map((name) => [name.slice(0, -4), table(`product-graph/products/${name}`)])),
    substitutes: table('product-graph/substitutes.csv'),
    quantitySources: table('product-graph/quantity-sources.csv'),
    certificates: table('product-graph/certificates.csv'),
    usualSizes: table('product-graph/usual-sizes.csv'),
    divisions: table('regions/divisions.csv'),
    divisionChanges: table('regions/changes.csv'),
    zones: table('regions/zones.csv'),
    countyPoints: table('regions/county-points.csv'),
    regionEnglishNames: table('regions/english-names.csv'),
    circles: table('regions/circles.csv'),
    towns: table('regions/towns.csv'),
    governments: table('demo-city/governments.csv'),
    departments: table('demo-city/departments.csv'),
    banks: table('demo-city/banks.csv'),
    universities: table('demo-city/universities.csv'),
    centres: table('demo-city/centres.csv'),
    realFirms: table('demo-city/real-firms.csv'),
    capabilities: table('demo-city/capabilities.csv'),
    statedFacts: table('demo-city/stated-facts.csv'),
    claims: table('demo-city/claims.csv'),
    lookAlikes: table('demo-city/look-alikes.csv'),
    trades: table('demo-city/trades.csv'),
    homeNames: table('demo-city/home-names.csv'),
    nameWords: table('demo-city/name-words.csv'),
    outsideCities: table('demo-city/outside-cities.csv'),
    signIns: table('demo-city/sign-ins.csv'),
    secondPosts: table('demo-city/second-posts.csv'),
    units: table('demo-city/units.csv'),
    alliances: table('demo-city/alliances.csv'),
    allianceMembers: table('demo-city/alliance-members.csv'),
    pastNames: table('demo-city/past-names.csv'),
    duties: table('demo-city/duties.csv'),
    districtBodies: table('demo-city/district-bodies.csv'),
    pastDeals: table('demo-city/past-deals.csv'),
    ownOffers: parseScriptedOffers(readFileSync(join(dataFolder, 'demo-city/own-offers.json'), 'utf8')),
    openNeeds: parseScriptedNeeds(readFileSync(join(dataFolder, 'demo-city/open-needs.json'), 'utf8')),
    phrases: parseNeedPhrases(readFileSync(join(dataFolder, 'demo-city/need-phrases.json'), 'utf8')),
  };
}
