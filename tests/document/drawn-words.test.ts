/** Words that drawings show: told where the document says none of them. */

import { describe, expect, it } from 'vitest';
import { readImage } from '../../src/source/images.js';
import { publish } from '../contract/publish.js';

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Not shown</title><style>text { fill: red }</style>
<text x="1" y="2">Mill <tspan>Bridge</tspan></text><text x="1" y="4">12 km</text><text x="1" y="6">Stokely</text></svg>`;

async function findings(body: string): Promise<readonly string[]> {
  const head = '---\nheadline: H\nstandfirst: S.\nbyline: [A]\n---\n';
  const made = await publish({ 'explainer.md': `${head}${body}`, 'map.svg': drawing });
  return made.diagnostics
    .filter(({ code }) => code === 'drawn-words-are-told')
    .map(({ what, place }) => `${place?.kind === 'source' ? place.position?.start.line : ''} ${what}`);
}

describe('words of drawings', () => {
  it('are read label by label', async () => {
    const image = await readImage('map.svg', new TextEncoder().encode(drawing), 10);
    expect(image).toMatchObject({ words: ['Mill Bridge', '12 km', 'Stokely'] });
  });

  it('are told at the picture where the text says less than half of the labels', async () => {
    expect(await findings(':::figure{credit=C}\n![A sketch.](map.svg)\n:::\n')).toEqual([
      '7 The drawing “map.svg” shows words that the text does not say: “Mill Bridge”, “Stokely”.',
    ]);
    expect(await findings(':::figure{credit=C}\n![The bridge.](map.svg)\n:::\n')).toEqual([]);
  });

  it('give no finding where the text says them', async () => {
    const body = ':::figure{credit=C}\n![The mill.](map.svg)\n\nStokely lies to the east.\n:::\n';
    expect(await findings(body)).toEqual([]);
  });
});
