/** No single letter, digit or sign is a shortcut. */

import { inPageSource } from '../in-page-code.js';
import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { type Measurement, measure, type RenderedPage } from '../rendered-page.js';
import { onlyIn } from '../states.js';

const id = 'single-keys-do-nothing';

const keys = [...'abcdefghijklmnopqrstuvwxyz0123456789+-*/.,?!'];

async function pressAll(page: RenderedPage): Promise<Measurement> {
  await page.evaluate(`(${inPageSource()}).behaviour.watch()`);
  await page.press(keys);
  return await measure(page, 'behaviour.changed');
}

/** Pressing one printable key outside of fields changes nothing, or a person says that it can be switched off (WCAG 2.2, 2.1.4). */
export const singleKeysDoNothing: RenderedCheck = measuredCheck({
  id,
  title: 'No single letter, digit or sign is a shortcut.',
  severity: 'warning',
  criteria: ['2.1.4'],
  looksAt: onlyIn('less-motion'),
  measure: pressAll,
  fails: {
    what: 'Pressing single keys changed this: {html}',
    why: 'Readers who speak to their device press keys without meaning to.',
    fix: 'Ask for Control or Alt beside the key, or let readers switch the shortcut off.',
  },
  asks: {
    what: 'Please judge: can the shortcut be switched off or changed? Pressing single keys changed this: {html}',
    why: 'Readers who speak to their device press keys without meaning to.',
    fix: 'If not, ask for Control or Alt beside the key.',
  },
  examples: {
    passes: [{ title: 'No shortcut', text: `<p>Water</p>` }],
    fails: [],
    cannotTell: [
      {
        title: 'A letter that changes the page',
        text: `<p>Water</p><script>addEventListener('keydown', (event) => { if (event.key === 's') document.querySelector('p').textContent = 'Search'; });</script>`,
      },
    ],
  },
});
