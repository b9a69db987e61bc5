/** Grouped 2-6-9-1 for the eye; copied without spaces. */
export function formatCreditCode(code: string): string {
  const groups = /^(.{2})(.{6})(.{9})(.)$/.exec(code);
  return groups ? groups.slice(1).join(' ') : code;
}
