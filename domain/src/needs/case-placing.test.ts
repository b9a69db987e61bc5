import { describe, expect, it } from 'vitest';
import { placeCase } from './case-placing.ts';

const city = '371000';
const districts = [
  { region: '371071', bodyId: '高区财金局' },
  { region: '371083', bodyId: '乳山融资中心' },
];

describe('a matter that districts handle', () => {
  it('goes to the body of the firm’s own district', () => {
    expect(placeCase('市金融局', { city, region: '371083', districts })).toEqual({
      ...{ bodyId: '乳山融资中心', placing: 'district' },
    });
  });

  it('stays with the city’s body when the firm names no district, and says so', () => {
    for (const region of [null, city])
      expect(placeCase('市金融局', { city, region, districts })).toEqual({
        ...{ bodyId: '市金融局', placing: 'no-district' },
      });
  });

  it('stays with the city’s body when that district has none, and says so', () => {
    expect(placeCase('市金融局', { city, region: '371002', districts })).toEqual({
      ...{ bodyId: '市金融局', placing: 'no-district-body' },
    });
  });

  it('that no district has a body for is the city’s, and there is nothing to say', () => {
    expect(placeCase('市金融局', { city, region: '371071', districts: [] })).toEqual({ bodyId: '市金融局' });
  });
});
