import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, namePartsOf, nameSearchOf } from './organisation-name-parts.ts';

const firm = { name: '山东威高集团医用高分子制品股份有限公司', shortName: '威高股份', nameEn: 'Weigao Group Medical' };
const parts = namePartsOf({ ...firm, initials: ['sdwgjtyygfzzpgfyxgs', 'wggf'] });

/** Whether the range of a search holds a part. */
function finds(typed: string, among: readonly string[] = parts): boolean {
  const search = nameSearchOf(typed);
  return search.kind === 'part' && among.some((part) => search.from <= part && part < search.to);
}

describe('the parts of a name', () => {
  it.each([
    '威高',
    '高分子',
    '医用高分子制品股份',
    '制品股份有限公司',
    '股份有限公司',
    '股份',
    '威高股份',
    'wgjt',
    'WGGF',
    'sdwg',
    'group',
    'Ｗｅｉｇａｏ ',
    '威 高',
  ])('are found by %s', (typed) => expect(finds(typed)).toBe(true));

  it.each(['广威', '威高x', 'gjty%', '_高', '高威'])('are not found by %s', (typed) =>
    expect(finds(typed)).toBe(false),
  );

  it.each(['公司', '有限', '有限公司'])('leave %s, which every name has, to the names themselves', (typed) => {
    expect(nameSearchOf(typed)).toEqual({ kind: 'common', text: typed });
  });

  it('are all that can be found in a name, whatever is typed from it', () => {
    const letters = fc.constantFrom(...'威海高区科技渔具（）公司有限ａB 9');
    const name = fc.array(letters, { minLength: 1, maxLength: 30 }).map((all) => all.join(''));
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), (text, a, b) => {
        const all = [...text];
        const piece = all.slice(a % all.length, (a % all.length) + 1 + (b % all.length)).join('');
        const search = nameSearchOf(piece);
        if (search.kind !== 'part') return;
        const own = namePartsOf({ name: text, shortName: null, nameEn: null, initials: [] });
        const begins = foldName(text).indexOf(search.from);
        if (begins < 0) return;
        expect(finds(piece, own), `${piece} in ${text}`).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
