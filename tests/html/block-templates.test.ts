/** A theme's templates frame blocks: whatever they say, no part is lost or doubled, and id, classes and language stay. */

import fc from 'fast-check';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { blocks } from '../../src/blocks/registry.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { type BlockTemplate, frameBlock } from '../../src/html/block-templates.js';
import { serialise } from '../../src/html/serialise.js';
import { blockParts } from '../../src/theme/block-shape.js';
import { chain } from '../blocks/chain.js';
import { baseTheme } from '../theme/a-theme.js';

const base = baseTheme();
const view = { medium: 'screen', lang: 'en', dir: 'ltr', labelsLang: null, labels: {} } as const;

function framed(
  made: Element,
  template: string,
  parts: BlockTemplate['parts'],
): { html: string; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const own = { file: 'templates/house/blocks/x.hbs', parts, render: () => template };
  const element = frameBlock(made, own, { ...view, block: 'x' }, (finding) => findings.push(finding));
  return { html: serialise({ type: 'root', children: [element] }), findings };
}

const slot = (name: string): string => `<galley-slot name="${name}"></galley-slot>`;
const timeline = h('div', { className: ['block', 'block-timeline'], id: 'night', lang: 'ar' }, [
  h('p', { className: ['timeline-zone'] }, 'Zone'),
  h('p', 'Before'),
  h('ol', [h('li', 'One')]),
]);
const zone = { zone: '.timeline-zone' };

describe('frameBlock', () => {
  it('puts parts where the template wants them', () => {
    const { html, findings } = framed(
      timeline,
      `<div><h3>Then</h3>${slot('content')}<hr>${slot('zone')}</div>`,
      zone,
    );
    expect(findings).toEqual([]);
    expect(html).toBe(
      '<div class="block block-timeline" id="night" lang="ar"><h3>Then</h3><p>Before</p><ol><li>One</li></ol><hr><p class="timeline-zone">Zone</p></div>',
    );
  });

  it('keeps what Galley gave the element, and adds the template’s classes', () => {
    const { html } = framed(
      timeline,
      `<section id="mine" lang="en" class="night-box">${slot('zone')}${slot('content')}</section>`,
      zone,
    );
    expect(html).toMatch(/^<section class="block block-timeline night-box" id="night" lang="ar">/);
  });

  it('keeps the element itself for galley-block', () => {
    const { html } = framed(
      timeline,
      `\n<galley-block>\n${slot('zone')}\n${slot('content')}\n</galley-block>\n`,
      zone,
    );
    expect(html).toBe(serialise({ type: 'root', children: [timeline] }));
  });

  it.each([
    ['drops a part', `<div>${slot('content')}</div>`, 'no slot “zone”'],
    ['doubles one', `<div>${slot('zone')}${slot('zone')}${slot('content')}</div>`, '“zone” twice'],
    ['is two elements', `<p>${slot('zone')}</p><div>${slot('content')}</div>`, 'not one element'],
    ['is bare text', 'words', 'not one element'],
  ])('does not use a template that %s', (_, template, words) => {
    const { html, findings } = framed(timeline, template, zone);
    expect(html).toBe(serialise({ type: 'root', children: [timeline] }));
    expect(findings[0]?.what).toContain(words);
  });

  it('loses no word and keeps every position, whatever the order of the slots', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['zone', 'content', 'other'], { minLength: 1 }), (names) => {
        const template = `<div>${names.map(slot).join('')}</div>`;
        const { html } = framed(timeline, template, zone);
        for (const words of ['Zone', 'Before', 'One']) expect(html.split(words)).toHaveLength(2);
      }),
    );
  });
});

describe('the templates of base', () => {
  const good = blocks.flatMap((block) =>
    block.examples
      .filter(({ findings = [] }) => findings.length === 0)
      .map(({ title, markdown }) => [block.name, title, markdown] as const),
  );

  it.each(good)('leave %s as it was made: %s', async (_, __, markdown) => {
    const { blocks: templates } = (await base).value;
    const marked = new Map(
      [...templates].map(([name, template]): [string, BlockTemplate] => [
        name,
        {
          ...template,
          render: (view) => template.render(view).replace('<galley-block', '$& class="framed"'),
        },
      ]),
    );
    const made = chain(markdown);
    for (const medium of ['screen', 'print'] as const) {
      const [bare, dressed] = [made.html(medium), made.html(medium, marked)];
      const html = serialise(dressed.slots.body);
      expect(html).toMatch(/ class="block [^"]*framed"/);
      expect(html.replaceAll(' framed"', '"')).toBe(serialise(bare.slots.body));
      expect(made.html(medium, templates).slots.body).toEqual(bare.slots.body);
    }
  });

  it('are there for every block', async () => {
    const { blocks: templates } = (await base).value;
    const names = blocks.map(({ name }) => name).sort();
    expect([...templates.keys()].sort()).toEqual(names);
    expect(Object.keys(blockParts).sort()).toEqual(names);
  });
});
