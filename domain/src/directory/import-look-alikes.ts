import type { IdentityFacts } from './duplicate-record.ts';
import type { CheckedRow } from './import-check.ts';

/** A row of a sheet as the matcher reads an organisation. */
export function identityOfRow({ values }: CheckedRow): IdentityFacts {
  const { name, shortName, creditCode, registeredAddress, workingAddress, region } = values;
  const word = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    ...{ id: '', name: word(name) ?? '', shortName: word(shortName), creditCode: word(creditCode) },
    addresses: [word(registeredAddress), word(workingAddress)].filter((address) => address !== null),
    region: word(region),
  };
}
