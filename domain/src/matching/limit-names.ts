import { type PropertyRow, propertyTable } from './property-table.ts';
import { remembered } from './remembered.ts';
import { normaliseName } from './text-normal.ts';
import { tradePropertyTable } from './trade-property-table.ts';

/** The row of a property by any of its names. */
export function findProperty(name: string): PropertyRow | undefined {
  return rows.get(normaliseName(name));
}

/** The name a property is compared and shown by. A name nobody listed stands for itself. */
export function propertyName(name: string): string {
  return findProperty(name)?.names[0] ?? name.trim();
}

/** All names a property may be written with, normalised. */
export function writtenPropertyNames(): Iterable<string> {
  return rows.keys();
}

export function isSameProperty(a: string, b: string): boolean {
  return propertyKey(a) === propertyKey(b);
}

const propertyKey = remembered((name) => normaliseName(propertyName(name)));

const rows: ReadonlyMap<string, PropertyRow> = new Map(
  [...propertyTable, ...tradePropertyTable].flatMap((row) =>
    row.names.map((name): [string, PropertyRow] => [normaliseName(name), row]),
  ),
);
