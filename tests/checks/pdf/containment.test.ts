import { describe, expect, it } from 'vitest';
import { CONTAINMENT } from '../../../src/checks/pdf/containment.js';
import { checkContext } from '../../../src/checks/pdf/context.js';
import { containmentRules } from '../../../src/checks/pdf/rules/containment.js';
import { readPdf } from '../../../src/outputs/pdf/read.js';
import { OLD_NAMESPACE } from './mutants/seeds.js';
import { type Element, e, type Kid, taggedPdf } from './tagged-pdf.js';

const OLD_TYPES = new Set(
  'Art BlockQuote TOC TOCI Index Private Quote Note Reference BibEntry Code'.split(' '),
);
const CHILDREN = [...new Set([...CONTAINMENT.values()].flatMap(({ any, once }) => [...any, ...once]))];

function element(type: string, ...kids: readonly Kid[]): Element {
  return e(type === 'Hn' ? 'H1' : type, OLD_TYPES.has(type) ? '/NS @n' : '', ...kids);
}

function foundPairs(tree: readonly Element[]): ReadonlySet<string> {
  const read = readPdf(taggedPdf({ profile: 'ua2', tree, objects: OLD_NAMESPACE }));
  if (!read.readable) throw new Error(read.reason);
  const offences = containmentRules.flatMap((rule) => rule.examine(checkContext(read, 'ua2')).offences);
  return new Set(offences.map(({ found }) => found ?? ''));
}

describe('the table of containment', () => {
  // ISO/TS 32005, table 5: forbidden children, children allowed once, and types without content of their own.
  it('has as many rows as the standard', () => {
    let rows = 1;
    for (const [parent, { any, once, content }] of CONTAINMENT) {
      const forbidden = CHILDREN.filter((child) => !any.has(child) && !once.has(child)).length;
      rows += forbidden + (parent === 'StructTreeRoot' ? 0 : once.size) + (content ? 0 : 1);
    }
    expect(rows).toBe(1_632);
  });

  it.each([...CONTAINMENT.keys()].filter((parent) => parent !== 'StructTreeRoot'))(
    'is applied to every child of %s',
    (parent) => {
      const row = CONTAINMENT.get(parent);
      const single = foundPairs([
        element('Document', ...CHILDREN.map((child) => element(parent, element(child)))),
      ]);
      const twice = foundPairs([
        element('Document', ...CHILDREN.map((child) => element(parent, element(child), element(child)))),
      ]);
      for (const child of CHILDREN) {
        const pair = `${parent}-${child}`;
        const allowed = row?.any.has(child) || row?.once.has(child);
        // Every file also holds Document with this parent, which is a pair of its own.
        if (parent === 'Document' && child === 'Document') continue;
        expect([pair, single.has(pair)]).toEqual([pair, !allowed]);
        expect([pair, twice.has(pair)]).toEqual([pair, !row?.any.has(child)]);
      }
      expect(foundPairs([element('Document', element(parent, 'words'))]).has(`${parent}-content`)).toBe(
        !row?.content,
      );
    },
  );

  it('wants exactly one Document at the top and no content beside it', () => {
    expect(foundPairs([e('Document', '', e('P', '', 'x'))])).toEqual(new Set());
    expect(foundPairs([])).toEqual(new Set(['StructTreeRoot-Document']));
    expect(foundPairs([e('Part', '', 'x'), e('Document', '', e('P', '', 'x'))])).toEqual(
      new Set(['StructTreeRoot-Part', 'StructTreeRoot-content']),
    );
  });
});
