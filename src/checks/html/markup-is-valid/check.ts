/** html-validate finds no fault in the bytes of the page. */

import type { HtmlValidate, RuleConfig } from 'html-validate';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Check, failedOrPassed } from '../../check.js';
import { elementPlace, type PublishedPage } from '../published-page.js';
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

/** html-validate's errors, each led back to the author's line. */
export const markupIsValid: Check<PublishedPage> = {
  id,
  subject: 'html',
  severity: 'error',
  criteria: ['4.1.2'],
  evaluate: async (page) => {
    engine ??= start();
    const report = await (await engine).validateString(page.html, page.file);
    const messages = report.results.flatMap((result) => result.messages);
    const diagnostics = messages.map((message): Diagnostic => {
      const index = elementAt(page.html, message.offset);
      const near = page.html.slice(message.offset, message.offset + 80).replace(/\s+/g, ' ');
      return {
        code: id,
        severity: 'error',
        what: `The page’s markup breaks a rule: ${message.message} (html-validate rule ${message.ruleId}).`,
        why: 'Browsers and assistive software each repair faulty markup in their own way, so readers may get different pages.',
        fix: `Look at the block or template that makes “${near}”.`,
        place: elementPlace(page, message.selector ?? `byte ${message.offset}`, index),
        excerpt: `${message.ruleId} ${message.selector ?? ''}`,
      };
    });
    return failedOrPassed(id, diagnostics);
  },
};
