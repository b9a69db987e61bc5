/** Legal forms and brackets stand in every name; the place before it often does. */
const around =
  /（[^）]*）|\([^)]*\)|(?:集团)?(?:股份)?有限(?:责任)?公司|集团|^(?:山东省?)?(?:威海市?|荣成市?|文登区?|乳山市?|环翠区?)/gu;

/** `威海净川熔喷材料有限公司（演示）` → `净川熔喷材料`: what is the firm's own in its name, at least two signs of it. */
export function firmCore(name: string): string {
  const core = name.replace(around, '').trim();
  return [...core].length >= 2 ? core : name.trim();
}
