import type { Root } from 'hast';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { plainIds } from '../../../src/outputs/print/plain-ids.js';

const tree = (...children: Root['children']): Root => ({ type: 'root', children });

describe('plainIds', () => {
  it('renames ids that need percent codes, and all that points to them', () => {
    const page = tree(
      h('h2', { id: '¿fabricó' }, 'x'),
      h('a', { href: '#%C2%BFfabric%C3%B3' }, 'x'),
      h('a', { href: '#¿fabricó' }, 'x'),
      h('span', { dataPageOf: '¿fabricó' }),
      h('table', { ariaLabelledBy: ['¿fabricó', 'kept'] }),
      h('p', { id: 'kept' }),
      h('p', { id: 'id-1' }),
      h('a', { href: 'https://example.org/#¿fabricó' }, 'x'),
    );
    const nameOf = plainIds(page);
    expect(nameOf('¿fabricó')).toBe('id-2');
    expect(nameOf('kept')).toBe('kept');
    expect(page).toEqual(
      tree(
        h('h2', { id: 'id-2' }, 'x'),
        h('a', { href: '#id-2' }, 'x'),
        h('a', { href: '#id-2' }, 'x'),
        h('span', { dataPageOf: 'id-2' }),
        h('table', { ariaLabelledBy: ['id-2', 'kept'] }),
        h('p', { id: 'kept' }),
        h('p', { id: 'id-1' }),
        h('a', { href: 'https://example.org/#¿fabricó' }, 'x'),
      ),
    );
  });

  it('leaves a tree with plain ids as it is, and a broken percent code too', () => {
    const page = tree(h('h2', { id: 'a-b_c.1' }), h('a', { href: '#a%' }, 'x'));
    const before = structuredClone(page);
    plainIds(page);
    expect(page).toEqual(before);
  });
});
