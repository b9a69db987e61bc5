import { testWorldPassword } from '@zhitong/server/testing/test-world';

/** Signs in over HTTP; answers the headers that every later call carries. */
export async function signIn(url: string, username: string): Promise<Record<string, string>> {
  const reply = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: testWorldPassword }),
  });
  if (!reply.ok) throw new Error(`${username} cannot sign in: ${reply.status} ${await reply.text()}`);
  return {
    cookie: reply.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  };
}

let published = 0;

/** Publishes a need that the firms of the test city can make; each is a new one. */
export async function publishNeed(url: string, headers: Record<string, string>): Promise<string> {
  published += 1;
  const text = `急需熔喷布 ${published} 公斤/天，BFE≥95，送到高区`;
  const reply = await fetch(`${url}/api/needs`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'sourcing', text, idempotencyKey: `bench ${process.pid} ${published}` }),
  });
  const answer: unknown = await reply.json();
  if (reply.status === 201 && answer && typeof answer === 'object' && 'need' in answer) {
    const { need } = answer;
    if (need && typeof need === 'object' && 'id' in need) return String(need.id);
  }
  throw new Error(`the need was not published: ${reply.status} ${JSON.stringify(answer)}`);
}

/** Sends a request to a body; each is a new one. */
export async function submitRequest(url: string, headers: Record<string, string>, body: string): Promise<void> {
  published += 1;
  const text = `员工宿舍用电按商业计价，能否改居民价？第 ${published} 次反映`;
  const reply = await fetch(`${url}/api/needs`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'problem', text, body, idempotencyKey: `bench ${process.pid} ${published}` }),
  });
  if (reply.status !== 201) throw new Error(`the request was not taken: ${reply.status} ${await reply.text()}`);
}
