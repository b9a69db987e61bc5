import { normaliseText } from '../matching/text-normal.ts';
import { type LegalForm, ordinalsOf, splitBranch, splitForm } from './name-forms.ts';
import { countyAtStart, type PlaceNames, type PlaceWord, placeAtEnd, placeAtStart } from './name-places.ts';
import { withoutRemarks } from './name-remarks.ts';
import { fillerWords, longestTrade, tradeWords } from './name-trades.ts';

/** A name taken apart: 行政区划 + 字号 + 行业 + 组织形式 (企业名称登记管理规定 art. 6), with what may stand around them. */
export interface NameParts {
  readonly places: readonly PlaceWord[];
  /** 字号 with what stands behind it and is no known trade word */
  readonly brand: string;
  /** trade words in order, without those that say little */
  readonly trades: readonly string[];
  readonly fillers: readonly string[];
  readonly form: LegalForm;
  /** written out with its legal form */
  readonly full: boolean;
  readonly group: boolean;
  /** 分公司, 一分厂 …; empty for the body itself */
  readonly branch: string;
  readonly ordinals: string;
  /** brand and trades as written: what is left of the name without place and form */
  readonly core: string;
  /** 荣成宏达: 荣成 may also be a county written short; whether it is, only the other name can tell */
  readonly atCounty: CountyReading | undefined;
}

/** The same name when its first word is a county. */
export interface CountyReading {
  readonly place: PlaceWord;
  readonly brand: string;
  readonly core: string;
}

/**
 * Full width, traditional signs, brackets of any kind, blanks and dots are one spelling; marks of a demo are dropped. Cost: linear.
 * Nothing is lost that tells two bodies apart: branch, numbers, group and form are parts of their own.
 */
export function readName(name: string, places: PlaceNames): NameParts {
  const signs = cleanSigns(withoutRemarks(normaliseText(name).text));
  const bracketed = splitBrackets(signs, places);
  const { head, branch: part } = splitBranch(bracketed.text);
  // 山东大学威海校区 is written for 山东大学（威海）.
  const campus = placesOnly(/^(.*)(?:校区|分校)$/.exec(part)?.[1] ?? '', places);
  const branch = campus.length > 0 ? '' : part;
  const { stem, form, full } = splitForm(head);
  const { found, rest } = splitPlaces(stem, places);
  const { core, group } = splitGroup(rest);
  const { brand, words } = splitTrades(core);
  const named = brand === '' ? brandFromPlace(found) : { brand, places: found };
  return {
    places: [...named.places, ...bracketed.places, ...campus],
    brand: named.brand,
    trades: words.filter((word) => !fillerWords.has(word)),
    fillers: words.filter((word) => fillerWords.has(word)),
    form: bracketed.form !== 'none' && (form === 'none' || form === 'company') ? bracketed.form : form,
    full: full || bracketed.form !== 'none',
    group: group || bracketed.group,
    branch,
    ordinals: ordinalsOf(`${rest}${branch}`),
    core: core === '' ? named.brand : core,
    atCounty: readAtCounty(named.brand, core, places),
  };
}

function cleanSigns(name: string): string {
  return name
    .replace(/[〔{〈<《「『]/g, '(')
    .replace(/[〕}〉>》」』]/g, ')')
    .replace(/[\s"'“”‘’·・•．.,，。、;；:：!！*_~`\-/\\|&＆+]/g, '');
}

interface Bracketed {
  text: string;
  places: PlaceWord[];
  group: boolean;
  form: LegalForm;
}

const silent = /^(?:$|演示|原|曾用名|筹|已注销|待核实|未经核实)/;

/** （集团）, （威海）, （有限合伙） say what they say elsewhere; （演示）, （原…厂） say nothing of which body it is; the rest belongs to the name. */
function splitBrackets(name: string, places: PlaceNames): Bracketed {
  const found: Bracketed = { text: '', places: [], group: false, form: 'none' };
  found.text = name.replace(/\(([^()]*)\)?|\)/g, (_, inner: string | undefined, at: number) =>
    inner === undefined || silent.test(inner) ? '' : readBracket(found, inner, { name, at, places }),
  );
  return found;
}

/** What of a bracket stays in the name; what it says is noted in `found`. */
function readBracket(
  found: Bracketed,
  inner: string,
  { name, at, places }: { readonly name: string; readonly at: number; readonly places: PlaceNames },
): string {
  if (isBranchWord(inner)) return inner;
  if (inner === '股份' && /^有限(?:责任)?公司/.test(name.slice(at + 4))) return inner;
  if (inner === '集团') found.group = true;
  const inside = placesOnly(inner, places);
  found.places.push(...inside);
  const { form } = splitForm(`  ${inner}`);
  if (form !== 'none') found.form = form;
  if (inner === '集团' || inside.length > 0 || form !== 'none') return '';
  return isRemark(name.slice(0, at)) ? '' : inner;
}

/** （威海）, （潍坊市坊子区）, （栖霞）: in brackets a county written short is a place. Empty when anything else stands there. */
function placesOnly(text: string, places: PlaceNames): readonly PlaceWord[] {
  const found: PlaceWord[] = [];
  for (let rest = text; rest !== ''; rest = rest.slice(found.at(-1)?.word.length)) {
    const place =
      placeAtStart(rest, places, found.at(-1)) ?? (found.length === 0 ? countyAtStart(rest, places) : undefined);
    if (place === undefined) return [];
    found.push(place);
  }
  return found;
}

/** （文登分公司） is a branch and neither a form nor a remark. */
function isBranchWord(inner: string): boolean {
  return splitBranch(`某某公司${inner}`).branch !== '';
}

/** （公章）, （规上） behind a name that is complete. */
function isRemark(before: string): boolean {
  return splitForm(before).full;
}

function splitPlaces(stem: string, places: PlaceNames): { readonly found: PlaceWord[]; readonly rest: string } {
  const found: PlaceWord[] = [];
  let rest = stem;
  while (rest.length > 0) {
    const place = placeAtStart(rest, places, found.at(-1));
    // A place may be all there is (威海公司), but one character left over is no name: 东方红 is not 东方 + 红.
    if (place === undefined || rest.length - place.word.length === 1) break;
    found.push(place);
    rest = rest.slice(place.word.length);
  }
  const last = placeAtEnd(rest, places);
  if (last === undefined || rest.length - last.word.length < 2) return { found, rest };
  return { found: [...found, last], rest: rest.slice(0, -last.word.length) };
}

/** 威海渔具有限公司: the place does the work of the brand. */
function brandFromPlace(found: readonly PlaceWord[]): { readonly brand: string; readonly places: PlaceWord[] } {
  return { brand: found.at(-1)?.word.replace(/(?<=..)[省市区县]$/, '') ?? '', places: found.slice(0, -1) };
}

function readAtCounty(brand: string, core: string, places: PlaceNames): CountyReading | undefined {
  const place = countyAtStart(brand, places);
  if (place === undefined) return undefined;
  const { length } = place.word;
  return brand.length - length < 2 ? undefined : { place, brand: brand.slice(length), core: core.slice(length) };
}

function splitGroup(rest: string): { readonly core: string; readonly group: boolean } {
  const group = /集团(?:控股)?$/.test(rest) && rest !== '集团';
  return { core: group ? rest.replace(/集团(?=(?:控股)?$)/, '') : rest, group };
}

/** Trade words are taken from the end while at least two characters stay for the brand, or nothing at all. */
function splitTrades(core: string): { readonly brand: string; readonly words: readonly string[] } {
  const words: string[] = [];
  let brand = core.replace(/集团/g, '');
  for (let word = tradeAtEnd(brand); word !== ''; word = tradeAtEnd(brand)) {
    words.unshift(word);
    brand = brand.slice(0, -word.length);
  }
  return { brand, words };
}

function tradeAtEnd(text: string): string {
  for (let length = Math.min(longestTrade, text.length); length >= 1; length -= 1) {
    const word = text.slice(-length);
    if (text.length - length !== 1 && tradeWords.has(word)) return word;
  }
  return '';
}
