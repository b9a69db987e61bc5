import type { CheckedRow } from './import-check.ts';
import type { ImportFinding } from './import-finding.ts';
import type { OrganisationKind, PostRole } from './organisation.ts';
import type { Giver } from './post-grants.ts';

/** An organisation that the library knows, as rows of other things name it. */
export interface KnownBody {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly kind: OrganisationKind;
}

/** Who brings a sheet in: what the rules of single changes ask about. */
export interface Importer extends Giver {
  readonly role: PostRole;
}

export type BodyReading =
  | { readonly kind: 'body'; readonly body: KnownBody }
  | { readonly kind: 'refused'; readonly finding: Omit<ImportFinding, 'severity'> };

/** Finds the organisation a row names, by full name or credit code. */
export class BodyBook {
  readonly #byCode = new Map<string, KnownBody>();
  readonly #byName: ReadonlyMap<string, readonly KnownBody[]>;
  readonly #byId: ReadonlyMap<string, KnownBody>;
  readonly #importer: Importer;

  constructor(known: readonly KnownBody[], importer: Importer) {
    for (const one of known) if (one.creditCode !== null) this.#byCode.set(one.creditCode, one);
    this.#byName = Map.groupBy(known, ({ name }) => name);
    this.#byId = new Map(known.map((one) => [one.id, one]));
    this.#importer = importer;
  }

  /** An empty cell means the own organisation of a manager; the bureau says which. A manager names no other. */
  read({ values }: CheckedRow): BodyReading {
    const { role, organisationId } = this.#importer;
    const value = typeof values.body === 'string' ? values.body : '';
    const own = this.#byId.get(organisationId);
    if (value === '') {
      if (role === 'operator' || own === undefined) return no('library.body-missing', value);
      return { kind: 'body', body: own };
    }
    const coded = this.#byCode.get(value.toUpperCase());
    const named = coded ? [coded] : (this.#byName.get(value) ?? []);
    const [only, second] = named;
    if (only === undefined) return no('library.body-unknown', value);
    if (second) return no('library.body-ambiguous', value, named.length);
    if (role !== 'operator' && only.id !== organisationId) return no('library.body-foreign', value);
    return { kind: 'body', body: only };
  }
}

function no(code: ImportFinding['code'], value: string, count = 0): BodyReading {
  return { kind: 'refused', finding: { column: 'body', code, params: { value, count } } };
}
