/** One complaint of the validator, as Fastify hands it on. */
export interface Complaint {
  /** `/chips/quantity/amount`; `/` is the whole value */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Names of the fields to correct: `chips.quantity.amount`, or `priceFen, unit / declined` where a value may be given in two ways. */
export function invalidFields(complaints: readonly Complaint[], part: string): readonly string[] {
  return [...new Set(complaints.map((complaint) => fieldOf(complaint, part)))];
}

function fieldOf({ instancePath, params }: Complaint, part: string): string {
  const field = instancePath.slice(1).replaceAll('/', '.');
  if (field !== '') return field;
  const ways = Array.isArray(params.errors) ? params.errors.map(fieldsOfWay).filter((fields) => fields !== '') : [];
  return ways.length > 0 ? ways.join(' / ') : part;
}

function fieldsOfWay(issues: unknown): string {
  if (!Array.isArray(issues)) return '';
  const fields = issues.map((issue: unknown) =>
    issue !== null && typeof issue === 'object' && 'path' in issue && Array.isArray(issue.path)
      ? issue.path.join('.')
      : '',
  );
  return [...new Set(fields)].join(', ');
}
