import { bodyCheckCharacter, creditCodeCheckDigit } from '@zhitong/domain/directory/credit-code';

/** 91 + region + `DEM` + number: passes both check digits, and no authority issues bodies that begin with DEM. */
export function demoCreditCode(region: string, number: number): string {
  const body = `DEM${String(number).padStart(5, '0')}`;
  const first17 = `91${region}${body}${bodyCheckCharacter(body)}`;
  return `${first17}${creditCodeCheckDigit(first17) ?? ''}`;
}
