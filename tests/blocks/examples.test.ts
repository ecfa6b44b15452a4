/** Every example of every block, through the real stages: the findings that it names and no others, and sound HTML in both media. */

import type { ElementContent, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { blocks } from '../../src/blocks/registry.js';
import { element } from '../../src/html/elements.js';
import type { HtmlDocument } from '../../src/html/html-document.js';
import { sanitise } from '../../src/html/sanitise.js';
import { elementsOf, firstDifference, parsePage, serialise } from '../../src/html/serialise.js';
import { spliceSlots } from '../../src/html/splice-slots.js';
import { chain } from './chain.js';

const frame =
  '<!doctype html><html lang="en"><head><title>H</title></head><body><main><article><h1><galley-slot name="headline"></galley-slot></h1>' +
  '<p><galley-slot name="standfirst"></galley-slot></p>' +
  ['notice', 'toc', 'body', 'notes', 'sources', 'links', 'corrections', 'updates', 'backstory', 'rights']
    .map((name) => `<galley-slot name="${name}"></galley-slot>`)
    .join('') +
  '</article></main></body></html>';

/** The whole page of a document, as the outputs put it together. */
function pageOf(document: HtmlDocument): Root {
  const spliced = spliceSlots(parsePage(frame), document.slots);
  expect(spliced.diagnostics).toEqual([]);
  const page = spliced.value;
  if (document.medium === 'print') {
    const notes = document.notes.map((note) =>
      element('div', { id: note.id }, note.content as ElementContent[]),
    );
    // End notes and notes at the page foot would have the same ids; a page has one of the two.
    if (document.slots.notes === null)
      elementsOf(page)
        .find(({ tagName }) => tagName === 'article')
        ?.children.push(...notes);
  }
  return page;
}

function checkPage(document: HtmlDocument): void {
  const page = pageOf(document);
  const { value, diagnostics } = sanitise(page);
  expect(diagnostics).toEqual([]);
  expect(serialise(value)).toBe(serialise(page));
  expect(firstDifference(value, serialise(value))).toBeUndefined();
  const elements = elementsOf(value);
  const ids = elements.flatMap(({ properties }) =>
    properties['id'] === undefined ? [] : [String(properties['id'])],
  );
  expect(new Set(ids).size).toBe(ids.length);
  for (const { properties } of elements) {
    const href = String(properties['href'] ?? '');
    if (href.startsWith('#')) expect(ids).toContain(href.slice(1));
    for (const name of ['ariaLabelledBy', 'ariaDetails', 'dataPageOf']) {
      const value = properties[name];
      if (value !== undefined) expect(ids).toContain(String(value));
    }
  }
  const empty = elements.filter(
    ({ tagName, children }) =>
      ['th', 'h2', 'h3', 'h4', 'li', 'figcaption', 'caption', 'p'].includes(tagName) && children.length === 0,
  );
  expect(empty.map((node) => serialise({ type: 'root', children: [node] }))).toEqual([]);
}

describe.each(blocks.map((block) => [block.name, block] as const))('%s', (name, block) => {
  it('has a good and a bad example', () => {
    const bad = block.examples.filter(({ findings }) => findings !== undefined);
    expect(bad.length).toBeGreaterThan(0);
    expect(block.examples.length).toBeGreaterThan(bad.length);
  });

  it.each(block.examples.map((example) => [example.title, example] as const))('%s', (_, example) => {
    const made = chain(example.markdown);
    const codes = made.diagnostics.map(({ code }) => code);
    expect(codes).toEqual([...(example.findings ?? [])]);
    for (const { place } of made.diagnostics) {
      if (place?.kind !== 'source') throw new Error('a finding without a place');
      expect(place.position?.start.line).toBeGreaterThan(6);
    }
    for (const medium of ['screen', 'print'] as const) checkPage(made.html(medium));
  });

  it('becomes a block of its name', () => {
    const good = block.examples.find(({ findings }) => findings === undefined);
    const body = serialise(chain(good?.markdown ?? '').html('screen').slots.body);
    expect(body).toContain(`class="block block-${name}`);
  });
});
