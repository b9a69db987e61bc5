import { type SeededRandom, seededRandom } from '@zhitong/algorithms/random/seeded-random';
import { makeAlliances, makeMemberships } from './alliance-rows.ts';
import type { CityFiles } from './city-files.ts';
import type {
  CityRows,
  DealRow,
  NeedRow,
  OrganisationRow,
  PersonRow,
  PostRow,
  RejectionRow,
  ResponseRow,
} from './city-rows.ts';
import { makeClaims } from './claim-rows.ts';
import { cell } from './csv-table.ts';
import { makeDeal } from './deal-rows.ts';
import { countMatters, makeDuties, makeLeaves } from './duty-rows.ts';
import { makeCapabilities, makeFacts, makeHeldCertificates } from './fact-rows.ts';
import { type Firm, makeFirms } from './firm-rows.ts';
import { publishSomeLate } from './late-offers.ts';
import { makeLookAlikes } from './look-alike-rows.ts';
import { decideOutcome, drawRejections, needRow } from './need-outcomes.ts';
import { type NeedPlan, type PlanWorld, planOpenNeeds, planPastNeeds } from './need-plans.ts';
import { makeOffers } from './offer-rows.ts';
import { makePastNames } from './past-name-rows.ts';
import { PlaceNames } from './place-names.ts';
import { readProductGraph } from './product-graph.ts';
import { makePublicBodies } from './public-body-rows.ts';
import { readCircles, readRegions } from './region-rows.ts';
import { drawResponses } from './response-rows.ts';
import { addDays, instantOn } from './seed-clock.ts';
import { makeSignIns } from './sign-in-rows.ts';
import { makeStaff } from './staff-rows.ts';
import { SupplierFinder } from './supplier-finder.ts';
import { makeUnits } from './unit-rows.ts';

export interface CityPlan {
  readonly files: CityFiles;
  readonly seed: string;
  /** ISO date; deadlines of open needs lie ahead of it */
  readonly today: string;
}

/** The day the data files were written; facts are as of it. */
const asOf = '2026-11-23';
const counts = { firms: 2100, outsideFirms: 220, pastNeeds: 780, openNeeds: 66 };

/** The whole demo city. The same files, seed and day give the same rows. */
export function generateCity({ files, seed, today }: CityPlan): CityRows {
  const random = seededRandom(seed);
  const graph = readProductGraph(files);
  const places = new PlaceNames(files);
  const city = demoCity(files);
  const bodies = makeBodies(files, { random, city });
  const firms = makeFirms({ files, graph, places, random: random.fork('firms'), city, asOf, ...counts });
  const offers = makeOffers(firms, { files, graph, random: random.fork('offers'), today });
  const circles = readCircles(files);
  const circle = new Set(circles.flatMap(({ cities }) => (cities.includes(city) ? cities : [])));
  const finder = new SupplierFinder({ firms, offers, relations: graph.relations, circle });
  const buyers = firms.filter((firm) => firm.row.city === city);
  const signIns = makeSignIns(files, { random: random.fork('people'), city, bodies, firms });
  const world = { files, graph, places, finder, firms, buyers, random: random.fork('needs'), today };
  const profiles = [...graph.profiles.values()];
  const told = makeNeeds(world, signIns.signerOf);
  return {
    regions: readRegions(files),
    circles,
    products: profiles.map(({ product }) => product),
    productRelations: graph.relations,
    productLimits: profiles.flatMap(({ limits }) => limits.map(({ usual: _, ...limit }) => limit)),
    organisations: [
      ...bodies,
      ...firms.map(({ row }) => row),
      ...makeLookAlikes(files, { random: random.fork('look-alikes'), firms, city }),
    ],
    signIns: signIns.rows.signIns,
    ...makePeople(files, { random, bodies, firms, own: signIns.rows, today }),
    memberships: makeMemberships(files, { random: random.fork('members'), bodies, firms, city }),
    pastNames: makePastNames(files, { bodies, firms }),
    claims: makeClaims(files, { random: random.fork('claims'), city, firms, ...signIns.rows }),
    facts: makeFacts(files, { random, firms, today }),
    capabilities: makeCapabilities(files, { random: random.fork('capabilities'), firms, bodies, today }),
    certificates: makeHeldCertificates(offers, { random: random.fork('certificates'), today }),
    offers: publishSomeLate(offers, { needs: told.needs, firms, random: random.fork('late-offers'), city, today }),
    ...told,
  };
}

/** The prefecture whose government stands first in the file. */
function demoCity(files: CityFiles): string {
  const [first] = files.governments;
  if (first === undefined) throw new Error('The demo city has no government.');
  return cell(first, 'region');
}

/** Departments, banks, schools, centres, real enterprises and alliances, then what stands below them. */
function makeBodies(files: CityFiles, { random, city }: { random: SeededRandom; city: string }): OrganisationRow[] {
  const bodies = [
    ...makePublicBodies(files, { random: random.fork('bodies'), city, asOf }),
    ...makeAlliances(files, { random: random.fork('alliances'), city, asOf }),
  ];
  return [...bodies, ...makeUnits(files, { random: random.fork('units'), city, asOf, bodies })];
}

interface PeopleContext {
  readonly random: SeededRandom;
  readonly bodies: readonly OrganisationRow[];
  readonly firms: readonly Firm[];
  /** those who sign in */
  readonly own: { readonly people: readonly PersonRow[]; readonly posts: readonly PostRow[] };
  readonly today: string;
}

/** Who holds which post, who answers for which matter, and who is away. */
function makePeople(files: CityFiles, { random, bodies, firms, own, today }: PeopleContext) {
  const signInFirms = firms.filter(({ username }) => username !== null).map(({ row }) => row);
  const staff = makeStaff({
    random: random.fork('staff'),
    organisations: [...bodies, ...signInFirms],
    matters: countMatters(files, bodies),
    signInFirms: new Set(signInFirms.map(({ id }) => id)),
  });
  const posts = [...own.posts, ...staff.posts];
  const duties = makeDuties(files, { random: random.fork('duties'), bodies, posts });
  const leaves = makeLeaves(duties, { random: random.fork('leaves'), posts, today });
  return { people: [...own.people, ...staff.people], posts, duties, leaves };
}

interface NeedRows {
  readonly needs: NeedRow[];
  readonly responses: ResponseRow[];
  readonly rejections: RejectionRow[];
  readonly deals: DealRow[];
}

function makeNeeds(world: PlanWorld, signerOf: ReadonlyMap<string, string>): NeedRows {
  const past = planPastNeeds(world, counts.pastNeeds).map((plan) => endNeed(plan, world, signerOf));
  const open = planOpenNeeds(world, counts.openNeeds).map((plan) => holdNeed(plan, world));
  const all = [...past, ...open].sort((a, b) => a.need.publishedAt.localeCompare(b.need.publishedAt));
  return {
    needs: all.map(({ need }) => need),
    responses: all.flatMap(({ responses }) => responses),
    rejections: all.flatMap(({ rejections }) => rejections),
    deals: all.flatMap(({ deals }) => deals),
  };
}

interface NeedStory {
  readonly need: NeedRow;
  readonly responses: readonly ResponseRow[];
  readonly rejections: readonly RejectionRow[];
  readonly deals: readonly DealRow[];
}

function endNeed(plan: NeedPlan, world: PlanWorld, signerOf: ReadonlyMap<string, string>): NeedStory {
  const { phrases } = world.files;
  const until = instantOn(addDays(plan.deadline, 1), 0);
  const drawn = drawResponses(plan, { phrases, until, answerShare: 0.72, silent: new Set() });
  const outcome = decideOutcome(plan, drawn);
  const responses = drawn.filter(({ at }) => at < (outcome.closedAt ?? until));
  return {
    need: needRow(plan, outcome),
    responses,
    rejections: drawRejections(plan, { responses, outcome }, phrases),
    deals: makeDeal(plan, outcome, { phrases, today: world.today, signerOf }),
  };
}

/** Open needs have some answers; the sign-in firms have not looked yet. */
function holdNeed(plan: NeedPlan, world: PlanWorld): NeedStory {
  const silent = new Set(world.firms.filter((firm: Firm) => firm.username !== null).map((firm) => firm.row.id));
  const until = instantOn(world.today, 0);
  const responses = drawResponses(plan, { phrases: world.files.phrases, until, answerShare: 0.5, silent });
  return { need: needRow(plan, { state: 'open', closedAt: null, chosen: null }), responses, rejections: [], deals: [] };
}
