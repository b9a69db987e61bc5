import { getHashes } from 'node:crypto';
import { auditAlgorithm, auditHash, auditSelect } from './audit-format.ts';
import type { Chain } from './chain.ts';
import { sealChain } from './chain-sealer.ts';
import type { Database } from './database.ts';
import { StartFailure } from './start-failure.ts';

export const auditChain: Chain = { table: 'audit_entry', head: 'audit_head', select: auditSelect, hash: auditHash };

/** Answers the last position of the city's trail. */
export function sealAudit(database: Database, city: string): Promise<number> {
  return sealChain(database, auditChain, city);
}

/** An OpenSSL built without SM3 could not seal a single entry: said at start, not an hour later. */
export function refuseWithoutSm3(hashes: readonly string[] = getHashes()): void {
  if (!hashes.includes(auditAlgorithm))
    throw new StartFailure(
      'The audit trail is chained with SM3, which the OpenSSL of this Node lacks. Use the Node that npm start brings, or one built with an OpenSSL that has SM3.',
    );
}
