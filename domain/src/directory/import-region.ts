/** A division of the country as the sheets name it, in force or not. */
export interface ImportRegion {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  /** other names it goes by */
  readonly aliases: readonly string[];
  /** `2014-03-18`: from then on it was no more */
  readonly validTo: string | null;
  readonly replacedBy: string | null;
}

export type RegionReading =
  | { readonly kind: 'region'; readonly region: ImportRegion }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly codes: string }
  | { readonly kind: 'abolished'; readonly region: ImportRegion; readonly successor: ImportRegion }
  | { readonly kind: 'gone'; readonly region: ImportRegion };

/** Finds a division by its code, its name, or `371002 环翠区` as the drop-down list writes it. */
export class RegionBook {
  readonly #byCode: ReadonlyMap<string, ImportRegion>;
  readonly #byName = new Map<string, ImportRegion[]>();
  readonly #city: string;

  /** `city`: of the import; a name known in several places means the one at home */
  constructor(regions: readonly ImportRegion[], city: string) {
    this.#byCode = new Map(regions.map((region) => [region.code, region]));
    this.#city = city;
    for (const region of regions) {
      for (const name of new Set([region.name, ...region.aliases])) {
        const known = this.#byName.get(name);
        if (known) known.push(region);
        else this.#byName.set(name, [region]);
      }
    }
  }

  read(text: string): RegionReading {
    const typed = text.normalize('NFKC').replace(/\s/g, '');
    const code = /^\d{6}(?:000000)?/.exec(typed)?.[0].slice(0, 6);
    if (code !== undefined) return this.#judge(this.#byCode.get(code));
    const found = this.#named(typed);
    const inForce = found.filter((region) => region.replacedBy === null && region.validTo === null);
    const here = inForce.filter((region) => this.isHere(region.code));
    const [only, second] = here.length > 0 ? here : inForce;
    if (only === undefined) return this.#judge(found[0]);
    return second === undefined
      ? { kind: 'region', region: only }
      : {
          kind: 'ambiguous',
          codes: inForce
            .map((region) => region.code)
            .slice(0, 4)
            .join('、'),
        };
  }

  /** Whether a division belongs to the city of the import. */
  isHere(code: string): boolean {
    return code.slice(0, 4) === this.#city.slice(0, 4);
  }

  /** `威海市环翠区` and `山东省威海市环翠区` mean 环翠区. */
  #named(typed: string): readonly ImportRegion[] {
    const whole = this.#byName.get(typed);
    if (whole) return whole;
    const city = this.#byCode.get(this.#city)?.name ?? '';
    const tail = /^(?:[^省]+省)?(?:([^市]+市))?(.+)$/.exec(typed);
    const rest = tail?.[2] ?? '';
    if (tail?.[1] !== undefined && tail[1] !== city) return [];
    return this.#byName.get(rest) ?? [];
  }

  #judge(region: ImportRegion | undefined): RegionReading {
    if (region === undefined) return { kind: 'unknown' };
    if (region.replacedBy === null)
      return region.validTo === null ? { kind: 'region', region } : { kind: 'gone', region };
    const successor = this.#lastSuccessor(region);
    return successor === undefined ? { kind: 'gone', region } : { kind: 'abolished', region, successor };
  }

  /** A successor may have been replaced in its turn; a ring of replacements ends nowhere. */
  #lastSuccessor(region: ImportRegion): ImportRegion | undefined {
    let now: ImportRegion | undefined = region;
    for (let steps = 0; steps < 10 && now?.replacedBy; steps += 1) now = this.#byCode.get(now.replacedBy);
    return now?.replacedBy === null ? now : undefined;
  }
}
