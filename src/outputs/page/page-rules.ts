/** What an author's `@page` rules mean for our page boxes: margins in mm, a known paper, the words of margin boxes. */

import type { PageRules } from '../pdf/in-page/types.js';
import type { Margins } from '../print/geometry.js';
import type { Paper } from '../print/print-document.js';
import type { PageFindings } from './findings.js';

/** Margins where the author says nothing, mm. */
const usual: Margins = { top: 20, right: 20, bottom: 20, left: 20 };

const millimetres: Readonly<Record<string, number>> = {
  mm: 1,
  cm: 10,
  q: 0.25,
  in: 25.4,
  pt: 25.4 / 72,
  pc: 25.4 / 6,
  px: 25.4 / 96,
};

/** A CSS length in mm; undefined for what is none. */
function lengthOf(css: string | undefined): number | undefined {
  const found = /^\s*(\d*\.?\d+)(mm|cm|q|in|pt|pc|px)?\s*$/i.exec(css ?? '');
  if (found === null) return undefined;
  const [, number = '', unit] = found;
  if (unit === undefined) return Number(number) === 0 ? 0 : undefined;
  return Number(number) * (millimetres[unit.toLowerCase()] ?? 1);
}

/** The margins that a page asks for. */
export function marginsOf({ margins }: PageRules): Margins {
  return {
    top: lengthOf(margins.top) ?? usual.top,
    right: lengthOf(margins.right) ?? usual.right,
    bottom: lengthOf(margins.bottom) ?? usual.bottom,
    left: lengthOf(margins.left) ?? usual.left,
  };
}

/** The paper: what was asked for, else what the page names, else A4. Sizes that Galley does not print on are told. */
export function paperOf(rules: PageRules, asked: Paper | undefined, findings: PageFindings): Paper {
  const size = rules.size.trim().toLowerCase();
  const named = (['a4', 'a5', 'letter'] as const).find((paper) =>
    new RegExp(`^${paper}(?:\\s+portrait)?$`).test(size),
  );
  const isOther = size !== '' && size !== 'auto' && size !== 'portrait' && named === undefined;
  if (isOther && asked === undefined) {
    findings.tell('page-size-is-known', 'warning', undefined, {
      what: `The styles ask for the paper “${rules.size}”; the PDF is made on A4.`,
      why: 'Notes are placed on A4, A5 and Letter, upright.',
      fix: 'Write “size: A4” or “size: letter” in @page, or give --paper.',
      excerpt: rules.size,
    });
  }
  if (rules.isDivided) {
    findings.tell('page-size-is-known', 'warning', undefined, {
      what: 'The styles ask for other margins or sizes on some pages; all pages are made alike.',
      why: 'Where notes fall can only be measured when all pages have one size.',
      fix: 'Give size and margins in a plain @page rule.',
    });
  }
  return asked ?? named ?? 'a4';
}

/**
 * Words that margin boxes may print on a page, made from their `content`: strings and page counters in Latin digits. What is made in
 * another way is no running line, and stops the PDF when it is printed.
 */
export function marginLines(rules: PageRules): (page: number, pages: number) => readonly string[] {
  return (page, pages) =>
    rules.lines.map((content) =>
      content.replace(
        /"((?:[^"\\]|\\.)*)"|counter\(\s*(pages?)\s*(?:,\s*decimal\s*)?\)|\s+/g,
        (_, string: string | undefined, counter: string | undefined) => {
          if (string !== undefined) return string.replace(/\\(.)/g, '$1');
          if (counter === undefined) return '';
          return String(counter === 'page' ? page : pages);
        },
      ),
    );
}
