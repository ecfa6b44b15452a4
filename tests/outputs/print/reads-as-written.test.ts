/** A print whose HTML a browser would read in another way is found out. */

import { describe, expect, it } from 'vitest';
import { serialise } from '../../../src/html/serialise.js';
import { readsOtherwise } from '../../../src/outputs/print/reads-as-written.js';
import { printDocument } from './print-fixture.js';

describe('readsOtherwise', () => {
  it('is content with what the print stage writes', async () => {
    expect(readsOtherwise(await printDocument({ body: '<p>One</p><ul><li>Two</li></ul>' }))).toBeUndefined();
  });

  it('names the first element that a browser would move, at the author’s file', async () => {
    const { tree, source } = await printDocument({ body: '<p>One</p>' });
    const [html] = tree.children.filter((node) => node.type === 'element');
    const outer = { type: 'element' as const, tagName: 'p', properties: {}, children: [] as never[] };
    const inner = { ...outer, children: [] as never[] };
    const body = html?.children.find((node) => node.type === 'element' && node.tagName === 'body');
    if (body?.type !== 'element') throw new Error('The fixture has no body.');
    body.children.push({ ...outer, children: [inner] });
    const finding = readsOtherwise({ tree, source, html: serialise(tree) });
    expect(finding?.what).toContain('is read as');
    expect(finding?.place).toEqual({ kind: 'source', file: source });
  });
});
