import {
  addEvidence as addEvidenceContract,
  linkEvidence as linkEvidenceContract,
  openEvidence as openEvidenceContract,
} from '@zhitong/contract/directory/evidence-contract';
import { mostEvidenceBytes } from '@zhitong/domain/directory/evidence-decision';
import type { Routes } from '#platform/route';
import { sendStoredFile } from '#platform/stored-file';
import { readUpload } from '#platform/upload';
import { addEvidence, bearerOf, type EvidenceDeps, linkEvidence, openEvidence } from './evidence-service.ts';

export function evidenceRoutes(routes: Routes, deps: EvidenceDeps): void {
  routes.for('evidence.add', addEvidenceContract, async ({ request, reply }, viewer) =>
    addEvidence(deps, bearerOf(viewer), await readUpload({ request, reply }, { most: mostEvidenceBytes })),
  );

  routes.for('evidence.see', linkEvidenceContract, async ({ params, body }, viewer) => {
    const given = await linkEvidence(deps, bearerOf(viewer), { id: params.id, purpose: body.purpose });
    const query = new URLSearchParams({ link: given.link, post: viewer.postId });
    return { url: `/api/evidence/${params.id}/content?${query}`, until: given.until.toISOString() };
  });

  routes.for('evidence.see', openEvidenceContract, async ({ params, query, reply }, viewer) => {
    const { file, content } = await openEvidence(deps, bearerOf(viewer), { id: params.id, link: query.link });
    sendStoredFile(reply, file);
    return content;
  });
}
