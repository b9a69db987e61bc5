/** A part of the chief’s page that the address names is scrolled to once it is there: it is drawn after the page was opened. */
export function scrollThere(part: HTMLElement | null): void {
  if (part !== null && window.location.hash === `#${part.id}`) part.scrollIntoView();
}
