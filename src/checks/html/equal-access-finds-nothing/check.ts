/** IBM's accessibility checker finds no fault on the rendered page. */

import { type Engine, type EngineException, engineCheck } from '../engine.js';

const id = 'equal-access-finds-nothing';

const exceptions: readonly EngineException[] = [
  {
    rule: 'element_tabbable_role_valid',
    html: /^<(?:div|pre)\b[^>]*\bclass="(?:table-frame|chart-frame|code-frame|report-frame)\b/,
    reason:
      'A frame that scrolls needs the keyboard (axe-core scrollable-region-focusable; WCAG 2.2, 2.1.1).',
  },
];

/** Runs in the page, after the engine's own code. */
const runner = `(async () => {
  const all = [...document.querySelectorAll('*')];
  const report = await new ace.Checker().check(document, ['WCAG_2_2']);
  return report.results.filter(({ value }) => value[1] !== 'PASS').map(({ ruleId, message, path, value, snippet }) => {
    const element = document.evaluate(path.dom, document, null, 9, null).singleNodeValue;
    const fails = value[1] === 'FAIL';
    return {
      rule: ruleId, message, index: all.indexOf(element), selector: path.dom,
      html: (element?.outerHTML ?? snippet ?? '').replace(/\\s+/g, ' ').slice(0, 160),
      level: !fails ? 'question' : value[0] === 'VIOLATION' ? 'error' : 'warning',
    };
  });
})()`;

/** Makes the check from the engine's code (`accessibility-checker-engine`, ace.js). */
export function equalAccess(code: string): Engine {
  const entry: Omit<Engine, 'evaluate'> = {
    id,
    subject: 'engine',
    title: 'IBM’s accessibility checker finds no fault.',
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
    name: 'equal-access',
    load: `typeof ace === 'undefined' ? (() => { ${code}; globalThis.ace = ace; })() : undefined`,
    runner,
    exceptions,
  });
}
