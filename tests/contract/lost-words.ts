/** Which words of a document reach neither its page nor a finding. */

import type { Published } from './publish.js';

/** Words as they are compared: letters and digits, whatever stands around them. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{Nd}]{2,}/gu) ?? []
  );
}

/** The body without what is syntax: settings in braces, names of blocks, ids of sources and numbers, table rules, addresses. */
function prose(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^:{2,}[^\n{]*(?:\{[^\n]*\})?$/gm, '')
    .replace(/\{[^{}\n]*\}/g, '')
    .replace(/^`{3,}.*$/gm, '')
    .replace(/:(?:num|see)\[[^\]\n]*\]/g, '')
    .replace(/:lang\[/g, '[')
    .replace(/\[\^[^\]\s]+\]:?/g, '')
    .replace(/(?<![\\\p{L}\p{N}])-?@[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*/gu, '')
    .replace(/\[[^\]\n]*,\s*(?:pp?|pages?|lines?|para|ch|art|at|с|б|стр|cap|pág)\.?\s[^\]\n]*\]/g, '')
    .replace(/\]\([^)\s]*\)/g, ']')
    .replace(/^(\s*)-\s+~?\d{4}(?:-\d{2})?[^:\n]*:/gm, '$1- ')
    .replace(/^\[[^\]\n]+\]:\s*https?:\S+/gm, '')
    .replace(/\b\d+\b/g, '');
}

function textOf(html: string): string {
  const attributes = [...html.matchAll(/(?:alt|aria-label|title)="([^"]*)"/g)].map(([, words]) => words);
  return `${html.replace(/<[^>]*>/g, ' ')} ${attributes.join(' ')}`.replace(
    /&(?:#x27|quot|amp|lt|gt);/g,
    ' ',
  );
}

/** Words of a document that are neither in `html` nor told. */
export function lostWords(markdown: string, html: string, { diagnostics }: Published): string[] {
  const told = diagnostics.map(({ what, fix, excerpt }) => `${what} ${fix} ${excerpt ?? ''}`).join(' ');
  const there = new Set(wordsOf(`${textOf(html)} ${told}`));
  // Emphasis and marks inside a word cut it in the source, not on the page.
  const whole = wordsOf(`${textOf(html).replace(/\s+/g, '')} ${told}`).join('');
  return wordsOf(prose(markdown)).filter((word) => !there.has(word) && !whole.includes(word));
}
