/** Siteimprove's Alfa finds no fault on the rendered page. */

import { resultOf } from '../../check.js';
import { type Engine, type Opinion, opinionDiagnostic } from '../engine.js';
import { onlyIn } from '../states.js';

const id = 'alfa-finds-nothing';

/** What Alfa says of one place of the page. */
export interface AlfaOpinion {
  /** Such as `sia-r2`. */
  readonly rule: string;
  readonly message: string;
  /** Whether a person has to judge. */
  readonly asks: boolean;
  /** Number of the element in document order, 0-based. */
  readonly index: number;
}

/** Alfa itself: code that writes the page down inside the browser, and its judgement of what was written. */
export interface Alfa {
  /** JavaScript of a function that takes the document. */
  readonly writer: string;
  readonly judge: (written: unknown) => Promise<readonly AlfaOpinion[]>;
}

/** Alfa works outside the browser and takes many times as long as other engines, ms. */
const deadline = 110_000;

/** Runs in the page: what an opinion calls its element by. */
const namesOf = (indexes: readonly number[]): string => `(() => {
  const all = [...document.querySelectorAll('*')];
  return ${JSON.stringify(indexes)}.map((index) => {
    const element = all[index];
    const name = element?.id ? element.localName + '#' + element.id : element?.localName ?? '';
    return { selector: name, html: (element?.outerHTML ?? '').replace(/\\s+/g, ' ').slice(0, 160) };
  });
})()`;

/** Makes the check; it looks at one state, since a page takes it seconds. */
export function alfa({ writer, judge }: Alfa): Engine {
  const entry: Omit<Engine, 'evaluate'> = {
    id,
    subject: 'engine',
    title: 'Siteimprove’s Alfa finds no fault.',
    severity: 'error',
    criteria: ['1.1.1', '1.3.1', '2.4.4', '3.1.1', '4.1.2'],
    looksAt: onlyIn('light-1440-closed'),
    deadline,
    examples: {
      passes: [
        {
          title: 'A picture with its words',
          text: `<main><h1>Flood</h1><img src="a.png" alt="Water over the wall"></main>`,
        },
      ],
      fails: [{ title: 'A picture without words', text: `<main><h1>Flood</h1><img src="a.png"></main>` }],
    },
  };
  return {
    ...entry,
    evaluate: async (page) => {
      const found = await judge(await page.evaluate(`(${writer})(document)`));
      const names = (await page.evaluate(namesOf(found.map(({ index }) => index)))) as readonly Pick<
        Opinion,
        'selector' | 'html'
      >[];
      const opinions = found.map(({ rule, message, asks, index }, position): Opinion => {
        const { selector = '', html = '' } = names[position] ?? {};
        return { rule, message, index, selector, html, level: asks ? 'question' : 'error' };
      });
      return resultOf(
        id,
        opinions.map((one) => opinionDiagnostic(entry, 'alfa', page, one)),
        1,
      );
    },
  };
}
