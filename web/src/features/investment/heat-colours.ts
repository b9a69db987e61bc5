import type { ChartColours } from './heat-chart-option.ts';

/** The colours of the theme that holds, as the style sheets have them; a canvas cannot read a variable. */
export function colourReader(_theme: string): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    ramp: [1, 2, 3, 4, 5].map((step) => read(`--zt-heat-${step}`)),
    ...{ card: read('--zt-card'), ink: read('--zt-ink'), border: read('--zt-border'), focus: read('--zt-heat-focus') },
    font: getComputedStyle(document.body).fontFamily,
    hatch: hatchOf(read('--zt-card'), read('--zt-divider')),
  };
}

const tile = 8;

/** Lines aslant: no data is never the lowest colour. */
function hatchOf(ground: string, line: string): unknown {
  const image = document.createElement('canvas');
  [image.width, image.height] = [tile, tile];
  const pen = image.getContext('2d');
  if (pen === null) return ground;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, tile, tile);
  pen.strokeStyle = line;
  pen.lineWidth = 1;
  for (const start of [-tile, 0, tile]) {
    pen.beginPath();
    pen.moveTo(start, tile);
    pen.lineTo(start + tile, 0);
    pen.stroke();
  }
  return { image, repeat: 'repeat' };
}
