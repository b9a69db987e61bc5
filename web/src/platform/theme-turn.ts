/**
 * Tells the style sheets which theme holds. While it turns nothing fades: a button and the words in it fade one after the other,
 * and would stand for half a second in colours between the two themes, where nobody can read them.
 */
export function turnTheme(theme: 'light' | 'dark'): void {
  const { dataset } = document.documentElement;
  if (dataset.theme === theme) return;
  dataset.turning = 'true';
  dataset.theme = theme;
  // one frame to draw the new colours without fading, the next to allow fading again
  requestAnimationFrame(() => requestAnimationFrame(() => delete dataset.turning));
}
