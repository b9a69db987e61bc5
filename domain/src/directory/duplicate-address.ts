import { normaliseText } from '../matching/text-normal.ts';
import { plainNumbers } from './name-forms.ts';

/** Street and number of an address; region words, buildings and rooms are left out because they are written or not. */
export interface AddressKey {
  readonly street: string;
  readonly number: string;
}

const regionWords = /^(?:[^\d路街道巷]{2,8}?(?:省|自治区|市|区|县|旗|镇|乡|街道|开发区|园区|新区|管委会))+/;
const streetAndNumber =
  /([^\d(),，]{1,12}?(?:大道|大街|路|街|巷|胡同|里|道|村|庄|港|园|城|厂区))(?:东|西|南|北|中)?段?(?:第)?(\d+)?/;

export function readAddress(address: string): AddressKey | undefined {
  const written = normaliseText(address).text.replace(/\s/g, '').replace(/〇/g, '零');
  const plain = plainNumbers(written.replace(/零/g, '0')).replace(/^(?:地址:)?(?:\d{6}(?=\D))?/, '');
  const found = streetAndNumber.exec(plain.replace(regionWords, ''));
  if (found === null) return undefined;
  return { street: found[1] ?? '', number: found[2] ?? '' };
}

export type AddressLikeness = 'same' | 'street' | 'different' | 'missing';

/** Two bodies may share a house: an address helps, it never decides alone. The best of all pairs counts. */
export function compareAddresses(a: readonly AddressKey[], b: readonly AddressKey[]): AddressLikeness {
  if (a.length === 0 || b.length === 0) return 'missing';
  let best: AddressLikeness = 'different';
  for (const one of a) {
    for (const other of b) {
      if (!isSameStreet(one.street, other.street)) continue;
      if (one.number === other.number && one.number !== '') return 'same';
      best = 'street';
    }
  }
  return best;
}

/** 威海文化西路 and 文化西路: the place before a street is written or not, with 市 or without. */
function isSameStreet(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) >= 3 && (a.endsWith(b) || b.endsWith(a)));
}
