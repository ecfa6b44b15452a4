import { describe, expect, it } from 'vitest';
import { element, textOf } from '../../src/html/elements.js';
import { isolateRuns } from '../../src/html/isolate.js';
import { serialise } from '../../src/html/serialise.js';

function isolated(words: string, dir: 'ltr' | 'rtl' = 'rtl'): string {
  const paragraph = element('p', {}, [words]);
  isolateRuns(paragraph, dir);
  expect(textOf(paragraph)).toBe(words);
  return serialise({ type: 'root', children: paragraph.children });
}

describe('isolateRuns', () => {
  it.each([
    ['حسب Khabar 24 أمس', 'حسب <bdi>Khabar 24</bdi> أمس'],
    ['(CSTO)', '(<bdi>CSTO</bdi>)'],
    ['سعر (50%) كبير', 'سعر (<bdi>50%</bdi>) كبير'],
    ['الرقم +7 727 000 00 00 متاح', 'الرقم <bdi>+7 727 000 00 00</bdi> متاح'],
    ['الساعة 16:30.', 'الساعة <bdi>16:30</bdi>.'],
    ['البريد help@example.org،', 'البريد <bdi>help@example.org</bdi>،'],
    ['في 5 يناير 2022', 'في 5 يناير 2022'],
    ['قُتل 1,000 شخص', 'قُتل 1,000 شخص'],
    ['x و y', '<bdi>x</bdi> و <bdi>y</bdi>'],
    ['موقع https://example.org/a(b) هنا', 'موقع <bdi>https://example.org/a(b)</bdi> هنا'],
  ])('%s', (given, expected) => {
    expect(isolated(given)).toBe(expected);
  });

  it('leaves left-to-right text alone', () => {
    expect(isolated('Khabar 24 (50%)', 'ltr')).toBe('Khabar 24 (50%)');
  });

  it('follows the direction of parts', () => {
    const paragraph = element('p', {}, [
      element('span', { dir: 'ltr' }, ['Khabar 24']),
      element('bdi', {}, ['TASS']),
    ]);
    isolateRuns(paragraph, 'rtl');
    expect(serialise({ type: 'root', children: paragraph.children })).toBe(
      '<span dir="ltr">Khabar 24</span><bdi>TASS</bdi>',
    );
  });
});
