import type { MergeField } from '@zhitong/domain/directory/merge-decision';

/** What had changed since a merge and was left by its split, in the words of the page it is seen on. */
export function keptWord(table: string, column: string) {
  if (table === 'organisation') return factWords[column] ?? 'kept.below';
  return tableWords[table] ?? 'kept.offer';
}

const tableWords: Readonly<Record<string, KeptWord>> = {
  ...{ post: 'kept.post', organisation_contact: 'kept.contact', offer: 'kept.offer', offer_search: 'kept.offer' },
  ...{ credit_code: 'kept.code', external_code: 'kept.code', organisation_capability: 'kept.capability' },
  ...{ organisation_certificate: 'kept.certificate', alliance_member: 'kept.membership' },
};

const factWords: Readonly<Record<string, `field.${MergeField}`>> = {
  ...{ name: 'field.name', short_name: 'field.shortName', name_en: 'field.nameEn', credit_code: 'field.creditCode' },
  ...{ region: 'field.region', registered_address: 'field.registeredAddress', working_address: 'field.workingAddress' },
  ...{ industry: 'field.industry', size: 'field.size', duty: 'field.duty' },
};

type KeptWord = `kept.${'post' | 'contact' | 'offer' | 'code' | 'below' | 'capability' | 'certificate' | 'membership'}`;
