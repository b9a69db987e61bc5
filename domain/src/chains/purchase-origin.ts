import type { Language, Sentence } from '../language.ts';
import type { CatalogueRegion } from '../matching/catalogue.ts';
import { countryCodes } from './country-codes.ts';

/** Where something is bought: a prefecture in the country, a country abroad. */
export interface Origin {
  readonly code: string;
  readonly name: Sentence;
  /** short names people write: 烟台 */
  readonly aliases: readonly string[];
}

export const unknownOrigin: Sentence = { zh: '来源未知', en: 'origin unknown' };

/** Customs territories of China are written as such. */
const territories: Readonly<Record<string, Sentence>> = {
  HK: { zh: '中国香港', en: 'Hong Kong, China' },
  MO: { zh: '中国澳门', en: 'Macao, China' },
  TW: { zh: '中国台湾', en: 'Taiwan, China' },
};
const tongues = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Language, string>;

let countries: readonly Origin[] | undefined;

/** Named once: the words of ICU do not change while the program runs. */
function listCountries(): readonly Origin[] {
  const named = { zh: namesIn('zh'), en: namesIn('en') };
  countries ??= countryCodes.map((code) => ({
    ...{ code, name: territories[code] ?? { zh: named.zh.of(code) ?? code, en: named.en.of(code) ?? code } },
    aliases: territories[code] ? [territories[code].zh.slice(2)] : [],
  }));
  return countries;
}

const namesIn = (language: Language) => new Intl.DisplayNames([tongues[language]], { type: 'region' });

/** Every place something can come from, by code and by the words people write. */
export class OriginBook {
  readonly #origins: readonly Origin[];
  readonly #byCode: ReadonlyMap<string, Origin>;
  readonly #byWord = new Map<string, Origin[]>();

  constructor(regions: Iterable<CatalogueRegion>) {
    const prefectures = [...regions].filter(({ code, city }) => code === city);
    this.#origins = [...prefectures, ...listCountries()];
    this.#byCode = new Map(this.#origins.map((origin) => [origin.code, origin]));
    for (const origin of this.#origins)
      for (const word of new Set(wordsOf(origin))) this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), origin]);
  }

  find(code: string): Origin | undefined {
    return this.#byCode.get(code);
  }

  /** Exactly one place, by `370600`, `JP`, `370600 烟台市`, or a name only one place has; nothing is guessed. */
  read(text: string): Origin | undefined {
    const code = /^(?:\d{6}|[a-z]{2})(?![a-z\d])/i.exec(text.normalize('NFKC').trim())?.[0] ?? '';
    const coded = this.find(code.toUpperCase());
    if (coded) return coded;
    const [only, second] = this.#byWord.get(plain(text)) ?? [];
    return second === undefined ? only : undefined;
  }

  /** Names that begin with the words come first, then those that hold them. */
  search(text: string, limit: number): readonly Origin[] {
    const typed = plain(text);
    if (typed === '') return [];
    const starting = this.#origins.filter((origin) => wordsOf(origin).some((word) => word.startsWith(typed)));
    const begun = new Set(starting);
    const holding = this.#origins.filter(
      (origin) => !begun.has(origin) && wordsOf(origin).some((word) => word.includes(typed)),
    );
    return [...starting, ...holding].slice(0, limit);
  }

  /** `370600 烟台市`, as a drop-down list writes them. */
  choices(language: Language): readonly string[] {
    return this.#origins.map(({ code, name }) => `${code} ${name[language]}`);
  }
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
const wordsOf = ({ code, name, aliases }: Origin) => [code, name.zh, name.en, ...aliases].map(plain);
