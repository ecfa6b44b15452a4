/** html-validate finds no fault in the bytes of the page. */

import type { HtmlValidate, Message, RuleConfig } from 'html-validate';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Place } from '../../../diagnostics/place.js';
import { type Check, failedOrPassed } from '../../check.js';
import { defectOf } from '../engine-defects.js';
import { elementPlace, isForeign, type PublishedPage } from '../published-page.js';
import { elementAt } from '../tag-offsets.js';

const id = 'markup-is-valid';

/**
 * Rules of taste that contradict the house style of markup, each with its reason; the rest of the presets stands.
 * `wcag/h30`… stay on: they look at content, not at style.
 */
const houseStyle = {
  // The serialiser writes lower-case void elements without a slash and omits nothing; these two only judge spelling.
  'no-trailing-whitespace': 'off',
  'attribute-boolean-style': 'off',
  // Styles lie beside the page and change with it; a fingerprint only matters for files of other hosts.
  'require-sri': ['error', { target: 'crossorigin' }],
} satisfies RuleConfig;

let engine: Promise<HtmlValidate> | undefined;

async function start(): Promise<HtmlValidate> {
  const { HtmlValidate, StaticConfigLoader } = await import('html-validate');
  return new HtmlValidate(
    new StaticConfigLoader({
      root: true,
      extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
      rules: houseStyle,
    }),
  );
}

/** In a page of others the byte is the place; in our own it leads on to the Markdown behind the element. */
function placeOf(page: PublishedPage, { offset, line, column, size, selector }: Message): Place {
  if (!isForeign(page)) return elementPlace(page, selector ?? `byte ${offset}`, elementAt(page.html, offset));
  // It points behind the `<`; other engines point at the element.
  const back = page.html[offset - 1] === '<' ? 1 : 0;
  const start = { line, column: column - back, offset: offset - back };
  const end = { line, column: column + Math.max(1, size), offset: offset + Math.max(1, size) };
  return { kind: 'source', file: page.file, position: { start, end } };
}

/** html-validate's errors, each led back to the author's line. */
export const markupIsValid: Check<PublishedPage> = {
  id,
  subject: 'page',
  title: 'The page’s HTML keeps the rules.',
  severity: 'error',
  criteria: ['4.1.2'],
  examples: {
    passes: [{ title: 'A list of items', text: `<ul><li>Water</li></ul>` }],
    fails: [{ title: 'A paragraph inside a list', text: `<ul><p>Water</p></ul>` }],
  },
  evaluate: async (page) => {
    engine ??= start();
    const report = await (await engine).validateString(page.html, page.file);
    const messages = report.results.flatMap((result) => result.messages);
    const diagnostics = messages.map((message): Diagnostic => {
      const near = page.html.slice(message.offset, message.offset + 80).replace(/\s+/g, ' ');
      return {
        code: id,
        severity: 'error',
        what: `The page’s markup breaks a rule: ${message.message} (html-validate rule ${message.ruleId}).`,
        why: 'Browsers and assistive software each repair faulty markup in their own way, so readers may get different pages.',
        fix: `Look at the block or template that makes “${near}”.`,
        place: placeOf(page, message),
        excerpt: `${message.ruleId} ${message.selector ?? ''}`,
        rule: `html-validate ${message.ruleId}`,
        defect: defectOf(`html-validate ${message.ruleId}`),
      };
    });
    return failedOrPassed(id, diagnostics);
  },
};
