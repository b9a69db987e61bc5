import type { TestApp, TestClient } from './test-app.ts';

export interface TestUpload {
  readonly url: string;
  readonly name: string;
  readonly content: Uint8Array;
  /** what stands beside the file in the form */
  readonly fields?: Readonly<Record<string, string>>;
}

/** Sends a file as a browser's form does. */
export async function upload({ app }: TestApp, { cookie }: TestClient, given: TestUpload) {
  const { headers, payload } = await formWith(given);
  return app.inject({
    ...{ method: 'POST', url: given.url, payload },
    headers: { origin: 'http://localhost', host: 'localhost', ...(cookie ? { cookie } : {}), ...headers },
  });
}

/** A form with one file, as it travels. */
export async function formWith({ name, content, fields = {} }: Omit<TestUpload, 'url'>) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([Buffer.from(content)]), name);
  const sent = new Request('http://localhost', { method: 'POST', body: form });
  return {
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
    payload: Buffer.from(await sent.arrayBuffer()),
  };
}
