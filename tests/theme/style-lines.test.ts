/** A place in the finished sheet leads back to the line that a designer wrote, through layers and shortening. */

import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/diagnostics/place.js';
import { baseTheme, houseTheme } from './a-theme.js';

const css = `/* Words of the imprint */
.imprint {
  color: rgb(1, 2, 3);
}

@media (width < 400px) {
  .imprint { inline-size: 12.5rem; }

  .seal { & img { rotate: 77deg; } }
}
`;

describe('a place in the sheet for the screen', async () => {
  const { value: theme } = await houseTheme({ 'theme.yaml': '', 'styles/theme.css': css });

  /** The line behind the first place that holds some text. */
  function lineBehind(text: string): string | undefined {
    const { screen } = theme.stylesheets;
    const before = screen.slice(0, screen.indexOf(text)).split('\n');
    expect(screen).toContain(text);
    const place = theme.screenLines(before.length - 1, before.at(-1)?.length ?? 0);
    return place === undefined ? undefined : formatPlace(place);
  }

  it.each([
    ['color:#010203', '2:1'],
    ['12.5rem', '7:3'],
    ['77deg', '9:11'],
  ])('leads %s to its rule', (text, at) => {
    expect(lineBehind(text)).toBe(`templates/house/styles/theme.css:${at}`);
  });

  it('leads what the parent wrote to the parent’s file', () => {
    expect(lineBehind('.skip-link')).toMatch(/^templates\/base\/styles\/[a-z]+\.css:\d+:\d+$/);
  });

  it('names no line for the tokens, which stand in theme.yaml', () => {
    expect(lineBehind('--ground:')).toBeUndefined();
  });

  it('is nowhere outside of the sheet', async () => {
    expect((await baseTheme()).value.screenLines(-1, 0)).toBeUndefined();
  });
});
