/** HTML_CodeSniffer finds no fault on the rendered page. */

import { type Engine, engineCheck } from '../engine.js';

const id = 'htmlcs-finds-nothing';

/** Runs in the page, after the engine's own code. Notices only list what a person should look at on any page, so they are left out. */
const runner = `new Promise((resolve, reject) => {
  const all = [...document.querySelectorAll('*')];
  const answer = () => resolve(HTMLCS.getMessages().filter(({ type }) => type !== HTMLCS.NOTICE).map(({ type, code, msg, element }) => ({
    rule: code.replace(/^WCAG2AA\\.Principle\\d\\.Guideline[\\d_]+\\.[\\d_]+\\./, ''), message: msg,
    index: all.indexOf(element), selector: element?.localName ?? 'page',
    html: (element?.outerHTML ?? '').replace(/\\s+/g, ' ').slice(0, 160),
    level: type === HTMLCS.ERROR ? 'error' : 'question',
  })));
  HTMLCS.process('WCAG2AA', document, answer, () => reject(new Error('HTML_CodeSniffer failed.')));
})`;

/** Makes the check from the engine's code (`html_codesniffer`, build/HTMLCS.js). */
export function htmlCodeSniffer(code: string): Engine {
  const entry: Omit<Engine, 'evaluate'> = {
    id,
    subject: 'engine',
    title: 'HTML_CodeSniffer finds no fault.',
    severity: 'error',
    criteria: ['1.1.1', '1.3.1', '1.4.3', '2.4.4', '3.1.1', '4.1.2'],
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
  return engineCheck(entry, {
    name: 'htmlcs',
    load: `typeof HTMLCS === 'undefined' ? (0, eval)(${JSON.stringify(code)}) : undefined`,
    runner,
    exceptions: [],
  });
}
