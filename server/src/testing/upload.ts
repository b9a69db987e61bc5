import type { TestApp, TestClient } from './test-app.ts';

export interface TestUpload {
  readonly url: string;
  readonly name: string;
  readonly content: Uint8Array;
  /** what stands beside the file in the form */
  readonly fields?: Readonly<Record<string, string>>;
}

/** Sends a file as a browser's form does. */
export async function upload(
  { app }: TestApp,
  { cookie }: TestClient,
  { url, name, content, fields = {} }: TestUpload,
) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([Buffer.from(content)]), name);
  const sent = new Request('http://localhost', { method: 'POST', body: form });
  return app.inject({
    method: 'POST',
    url,
    headers: {
      ...{ origin: 'http://localhost', host: 'localhost', ...(cookie ? { cookie } : {}) },
      'content-type': sent.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
}
