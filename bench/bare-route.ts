import type { RequestListener } from 'node:http';
import type { Database } from '@zhitong/server/platform/database';

type Pool = Database['pool'];

interface Statement {
  /** of a statement that is prepared once a connection, as the page has it prepared */
  readonly name?: string;
  readonly text: string;
  readonly values?: unknown[];
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
    for (const statement of statements) {
      const result = await client.query({ ...statement });
      if (statement.text.includes('as timeline')) row = result.rows[0];
    }
    if (row === undefined) throw new Error('the statements of the page were not recorded');
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
    const note = (statement: Statement) => {
      if (statement.text === 'begin') open = [];
      open.push(statement);
      if (statement.text === 'commit' && open.some(({ text }) => text.includes('as timeline'))) page.statements = open;
    };
    Reflect.set(client, 'query', (...given: unknown[]) => {
      const statement = asStatement(given);
      if (statement) note(statement);
      return Reflect.apply(plain, client, given);
    });
  });
  return page;
}

/** `query('text', values)` and `query({name, text, values})` are the same to the database. */
function asStatement([first, second]: unknown[]): Statement | undefined {
  const values = (given: unknown) => (Array.isArray(given) ? { values: given } : {});
  if (typeof first === 'string') return { text: first, ...values(second) };
  if (first === null || typeof first !== 'object' || !('text' in first) || typeof first.text !== 'string')
    return undefined;
  const name = 'name' in first && typeof first.name === 'string' ? { name: first.name } : {};
  return { ...name, text: first.text, ...values('values' in first ? first.values : second) };
}
