/** The regions, the circle and the products of the test city (test-world.ts). */

/** code, name, level, parent, longitude, latitude */
export const testRegions = [
  ['370000', '山东省', 'province', null, null, null],
  ['371000', '威海市', 'prefecture', '370000', 122.12, 37.51],
  ['371002', '环翠区', 'county', '371000', 122.12, 37.5],
  ['371003', '文登区', 'county', '371000', 122.06, 37.19],
  ['371071', '高区', 'zone', '371000', 122.05, 37.53],
  ['370600', '烟台市', 'prefecture', '370000', 121.45, 37.46],
  ['370602', '芝罘区', 'county', '370600', 121.4, 37.54],
  ['370100', '济南市', 'prefecture', '370000', 117.12, 36.65],
  ['440000', '广东省', 'province', null, null, null],
  ['440300', '深圳市', 'prefecture', '440000', 114.06, 22.54],
] as const;

export const testCircle = {
  circle: 'jiaodong',
  name: '胶东经济圈',
  cities: ['370200', '370600', '370700', '371000', '371100'],
};

/** id, name, name_en, unit, aliases */
export const testProducts = [
  ['nonwoven-fabric', '无纺布', 'nonwoven fabric', '吨', ['非织造布']],
  ['meltblown-cloth', '熔喷布', 'meltblown cloth', '吨', ['熔喷无纺布', '口罩滤芯布']],
  ['spunbond-cloth', '纺粘无纺布', 'spunbond nonwoven', '吨', ['纺粘布', 'S布']],
  ['pp-meltblown-resin', '聚丙烯熔喷专用料', 'meltblown-grade polypropylene', '吨', ['熔喷料']],
  ['face-mask', '口罩', 'face mask', '只', ['防护口罩']],
  ['surgical-mask', '医用外科口罩', 'surgical mask', '只', ['外科口罩']],
  ['fishing-rod', '钓鱼竿', 'fishing rod', '支', ['鱼竿']],
] as const;

/** from, to, kind, quantity, unit */
export const testRelations = [
  ['meltblown-cloth', 'nonwoven-fabric', 'kind-of', null, null],
  ['spunbond-cloth', 'nonwoven-fabric', 'kind-of', null, null],
  ['surgical-mask', 'face-mask', 'kind-of', null, null],
  ['meltblown-cloth', 'pp-meltblown-resin', 'made-from', 1.05, '吨'],
  ['surgical-mask', 'meltblown-cloth', 'made-from', 1, '克'],
  ['surgical-mask', 'spunbond-cloth', 'made-from', 2, '克'],
] as const;

/** product, limit name, unit, operator */
export const testProductLimits = [
  ['meltblown-cloth', 'BFE', '%', '>='],
  ['meltblown-cloth', '克重', 'g/m²', '='],
  ['spunbond-cloth', '克重', 'g/m²', '='],
] as const;
