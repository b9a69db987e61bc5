import { describe, expect, it } from 'vitest';
import { type NamedRegion, regionOfAddress } from './address-region.ts';

type Row = readonly [code: string, name: string, level: NamedRegion['level'], aliases?: readonly string[]];
const region = (...[code, name, level, aliases = []]: Row): NamedRegion => ({ code, name, level, aliases });
const regions = [
  region('220000', '吉林省', 'province'),
  region('220200', '吉林市', 'prefecture'),
  region('210100', '沈阳市', 'prefecture'),
  region('210105', '皇姑区', 'county'),
  region('371000', '威海市', 'prefecture'),
  region('371003', '文登区', 'county', ['文登']),
  region('371073', '临港经济技术开发区', 'zone', ['临港区', '临港']),
  region('350703', '延平区', 'county'),
];

describe('where an address lies', () => {
  it('is the county or zone it names within its prefecture', () => {
    expect(regionOfAddress('辽宁省沈阳市皇姑区陵北街', regions, '371000')).toBe('210105');
    expect(regionOfAddress('山东省威海市临港区开元路 1 号', regions, '371000')).toBe('371073');
  });

  it('is the prefecture where no county of it is named', () => {
    expect(regionOfAddress('吉林省吉林市高新路', regions, '371000')).toBe('220200');
    expect(regionOfAddress('威海市皇姑区路口', regions, '371000')).toBe('371000');
  });

  it('is not known where only a province, a county or a short name stands', () => {
    expect(regionOfAddress('吉林省某地', regions, '371000')).toBeNull();
    expect(regionOfAddress('皇姑区陵北街', regions, '371000')).toBeNull();
    expect(regionOfAddress('文登', regions, '371000')).toBeNull();
    expect(regionOfAddress('文登区某路', regions, '210100')).toBeNull();
    expect(regionOfAddress('', regions, '371000')).toBeNull();
  });

  it('is a county of the firm’s own prefecture where no prefecture is named', () => {
    expect(regionOfAddress('文登区某路', regions, '371000')).toBe('371003');
  });

  it('of two cities is the one named first', () => {
    expect(regionOfAddress('沈阳市皇姑区（威海市分公司）', regions, '371000')).toBe('210105');
  });
});
