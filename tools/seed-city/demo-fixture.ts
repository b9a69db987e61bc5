import { resolve } from 'node:path';
import { readCityFiles } from './city-files.ts';
import { generateCity } from './generate-city.ts';

export const demoDay = '2026-11-23';
export const demoFiles = readCityFiles(resolve(import.meta.dirname, '../../data'));
/** The demo city of one fixed day, made once for all tests of a file. */
export const demoCity = generateCity({ files: demoFiles, seed: 'weihai', today: demoDay });
export const organisationById = new Map(demoCity.organisations.map((row) => [row.id, row]));
export const offerById = new Map(demoCity.offers.map((row) => [row.id, row]));
export const needById = new Map(demoCity.needs.map((row) => [row.id, row]));
