/** A front matter alone would publish a page with a headline and nothing below it. */

import type { Metadata } from './explainer.js';
import { finding } from './finding.js';
import type { Work } from './work.js';

/** Tells of a document whose body, without its comments, is empty; a withdrawn one needs none. */
export function checkHasText(body: string, metadata: Metadata, work: Work): void {
  if (metadata.status === 'withdrawn' || body.trim() !== '') return;
  const { bodyStart } = work.source;
  work.report(
    finding('explainer-has-content', 'error', work.place({ start: bodyStart, end: bodyStart }), {
      what: 'The front matter is followed by no text.',
      why: 'Readers would find a headline and nothing below it.',
      fix: 'Write the text behind the closing `---`; what stands in comments is never printed.',
    }),
  );
}
