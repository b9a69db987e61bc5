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
  /** name of the one that stands for it since a merge */
  readonly mergedInto: string | null;
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
    // of two with one code the one that stands is meant, and a merged-away name makes no name doubtful
    const standing = known.filter(({ mergedInto }) => mergedInto === null);
    const inOrder = [...known.filter(({ mergedInto }) => mergedInto !== null), ...standing];
    for (const one of inOrder) if (one.creditCode !== null) this.#byCode.set(one.creditCode, one);
    const standingNames = new Set(standing.map(({ name }) => name));
    this.#byName = Map.groupBy(
      known.filter(({ name, mergedInto }) => mergedInto === null || !standingNames.has(name)),
      ({ name }) => name,
    );
    this.#byId = new Map(known.map((one) => [one.id, one]));
    this.#importer = importer;
  }

  /** An empty cell means the own organisation of a manager; the bureau says which. A manager names no other. */
  read({ values }: CheckedRow): BodyReading {
    const { role, organisationId } = this.#importer;
    const value = typeof values.body === 'string' ? values.body : '';
    const own = this.#byId.get(organisationId);
    if (value === '') {
      if (role === 'operator' || own === undefined) return no('library.body-missing', { value });
      return standingOr(own);
    }
    const coded = this.#byCode.get(value.toUpperCase());
    const named = coded ? [coded] : (this.#byName.get(value) ?? []);
    const [only, second] = named;
    if (only === undefined) return no('library.body-unknown', { value });
    if (second && only.mergedInto === null) return no('library.body-ambiguous', { value, count: named.length });
    if (role !== 'operator' && only.id !== organisationId) return no('library.body-foreign', { value });
    return standingOr(only);
  }
}

/** Nothing new is put at a merged-away record: the row is told which one stands. */
function standingOr(body: KnownBody): BodyReading {
  const { name, mergedInto } = body;
  return mergedInto === null ? { kind: 'body', body } : no('library.merged-away', { value: name, into: mergedInto });
}

function no(code: ImportFinding['code'], params: ImportFinding['params']): BodyReading {
  return { kind: 'refused', finding: { column: 'body', code, params } };
}
