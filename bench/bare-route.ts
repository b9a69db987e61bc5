import type { RequestListener } from 'node:http';
import type { Database } from '@zhitong/server/platform/database';

type Pool = Database['pool'];

interface Statement {
  readonly text: string;
  readonly values: unknown[] | undefined;
}

/**
 * The peer of a page: a plain node:http listener that sends to PostgreSQL the very statements (BEGIN, SET LOCAL, SELECT, COMMIT
 * with their values) that the page last asked for sent, and answers the row as JSON. No framework, session, rule or schema.
 */
export function bareRoute(pool: Pool): RequestListener {
  const page = recordLastTransaction(pool);
  return (_request, response) => {
    replay(pool, page.statements).then(
      (row) => response.setHeader('content-type', 'application/json').end(JSON.stringify(row)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  };
}

async function replay(pool: Pool, statements: readonly Statement[]): Promise<unknown> {
  const client = await pool.connect();
  try {
    let row: unknown;
    for (const { text, values } of statements) {
      const result = await client.query(text, values);
      if (text.trimStart().startsWith('select')) row = result.rows[0];
    }
    return row;
  } finally {
    client.release();
  }
}

/** Keeps the statements of the last need page that was read. A replay is recorded too, and is the same. */
function recordLastTransaction(pool: Pool): { statements: readonly Statement[] } {
  const page: { statements: readonly Statement[] } = { statements: [] };
  pool.on('connect', (client) => {
    const plain = client.query.bind(client);
    let open: Statement[] = [];
    const note = (text: string, values: unknown) => {
      if (text === 'begin') open = [];
      open.push({ text, values: Array.isArray(values) ? values : undefined });
      if (text === 'commit' && open.some((statement) => statement.text.includes('as timeline'))) page.statements = open;
    };
    Reflect.set(client, 'query', (...given: unknown[]) => {
      const [text, values] = given;
      if (typeof text === 'string') note(text, values);
      return Reflect.apply(plain, client, given);
    });
  });
  return page;
}
