import { addRequestFile, linkRequestFile, openRequestFile } from '@zhitong/contract/needs/request-file-contract';
import { mostEvidenceBytes } from '@zhitong/domain/directory/evidence-decision';
import type { Routes } from '#platform/route';
import { sendStoredFile } from '#platform/stored-file';
import { readUpload } from '#platform/upload';
import { addFile, linkFile, openFile, type RequestFileDeps } from './request-file-service.ts';

export function requestFileRoutes(routes: Routes, deps: RequestFileDeps): void {
  routes.for('request-file.add', addRequestFile, async ({ request, reply }, viewer) =>
    addFile(deps, viewer, await readUpload({ request, reply }, { most: mostEvidenceBytes })),
  );

  routes.for('request-file.see', linkRequestFile, async ({ params }, viewer) => {
    const { link, until } = await linkFile(deps, viewer, params.id);
    const query = new URLSearchParams({ link, post: viewer.postId });
    return { url: `/api/request-files/${params.id}/content?${query}`, until: until.toISOString() };
  });

  routes.for('request-file.see', openRequestFile, async ({ params, query, reply }, viewer) => {
    const { file, content } = await openFile(deps, viewer, { id: params.id, link: query.link });
    sendStoredFile(reply, file);
    return content;
  });
}
