import provinces from 'china-map/map/json/china.json';
import cities from 'china-map/map/json/china-cities.json';

/** Thinned while the app is built (vite.config.ts); copied, because echarts decodes what it is given in place. */
export const boundariesOf = (level: 'province' | 'city'): unknown =>
  structuredClone(level === 'province' ? provinces : cities);
