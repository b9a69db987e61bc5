import { DuplicateIndex } from './duplicate-index.ts';
import type { IdentityFacts } from './duplicate-record.ts';
import type { CheckedRow } from './import-check.ts';
import type { LookAlike } from './import-organisations.ts';
import { isAccepted } from './import-placed.ts';
import { newPlaceNames, type PlaceRow } from './name-places.ts';

/** Finds for each good row the one in the library that it looks like, by the matcher that also watches over entering by hand. */
export class LookAlikeFinder {
  readonly #index: DuplicateIndex;
  readonly #names: ReadonlyMap<string, string>;

  constructor(library: readonly IdentityFacts[], regions: readonly PlaceRow[], city: string) {
    this.#index = new DuplicateIndex(newPlaceNames(regions, city), library);
    this.#names = new Map(library.map(({ id, name }) => [id, name]));
  }

  find(row: CheckedRow): LookAlike | undefined {
    if (!isAccepted(row)) return undefined;
    const { name, shortName, creditCode, registeredAddress, workingAddress, region } = row.values;
    const word = (value: unknown) => (typeof value === 'string' ? value : null);
    const [hit] = this.#index.check(
      {
        ...{ id: '', name: word(name) ?? '', shortName: word(shortName), creditCode: word(creditCode) },
        addresses: [word(registeredAddress), word(workingAddress)].filter((address) => address !== null),
        region: word(region),
      },
      1,
    );
    const known = hit && this.#names.get(hit.id);
    return hit && known !== undefined ? { id: hit.id, name: known } : undefined;
  }
}
