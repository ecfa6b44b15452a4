/** Nothing on the page changes by itself. */

import { inPageSource } from '../in-page-code.js';
import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { type Measurement, measure, type RenderedPage } from '../rendered-page.js';
import { onlyIn } from '../states.js';

const id = 'text-changes-on-demand';

/** How long the page is watched, ms. */
const watched = 1500;

async function wait(page: RenderedPage): Promise<Measurement> {
  await page.evaluate(`(${inPageSource()}).behaviour.watch()`);
  await page.evaluate(`new Promise((resolve) => setTimeout(resolve, ${watched}))`);
  return await measure(page, 'behaviour.changed');
}

/** Text that changes without being asked can be paused, stopped or hidden, as a person says (WCAG 2.2, 2.2.2). */
export const textChangesOnDemand: RenderedCheck = measuredCheck({
  id,
  title: 'Nothing on the page changes by itself.',
  severity: 'warning',
  criteria: ['2.2.2'],
  looksAt: onlyIn('less-motion'),
  measure: wait,
  fails: {
    what: 'This changes by itself: {html}',
    why: 'Readers who read slowly lose their place, and screen readers begin again.',
    fix: 'Change it when asked, or add a button that stops it.',
  },
  asks: {
    what: 'Please judge: can readers stop this? It changes by itself: {html}',
    why: 'Readers who read slowly lose their place, and screen readers begin again.',
    fix: 'If not, change it when asked, or add a button that stops it.',
  },
  examples: {
    passes: [{ title: 'A text that stays', text: `<p>Water</p>` }],
    fails: [],
    cannotTell: [
      {
        title: 'A number that counts on',
        text: `<p>0</p><script>setInterval(() => { document.querySelector('p').textContent += '1'; }, 200);</script>`,
      },
    ],
  },
});
