/** Findings as elements, in the report's words. */

import { el } from './element.js';
import type { ShownFinding } from './types.js';

const levelWords = { error: 'Error', warning: 'Warning', info: 'Advice', judge: 'To judge' } as const;
const order = { error: 0, warning: 1, judge: 2, info: 3 } as const;

function frame({ frame: text, place }: ShownFinding): Node[] {
  if (text === '') return [];
  const label = `The line in ${place}`;
  return [el('pre', { tabindex: '0', role: 'group', 'aria-label': label }, el('code', {}, text))];
}

/** One finding. */
export function findingElement(finding: ShownFinding): HTMLElement {
  const { id, level, place, what, why, fix, code, related, criteria, decision } = finding;
  const copy = el('button', { type: 'button', class: 'copy', 'data-copy': place }, 'Copy');
  copy.setAttribute('aria-label', `Copy ${place}`);
  return el(
    'li',
    { id, class: `finding ${decision === '' ? level : 'accepted'}` },
    el(
      'p',
      { class: 'head' },
      el('span', { class: 'level' }, levelWords[level]),
      ...(place === '' ? [] : [el('code', { class: 'place' }, place), copy]),
    ),
    el('p', { class: 'what' }, what),
    ...frame(finding),
    el('p', {}, why),
    el('p', { class: 'fix' }, el('strong', {}, 'Try: '), fix),
    ...related.map((one) => el('p', { class: 'more' }, one)),
    ...(decision === '' ? [] : [el('p', { class: 'more' }, el('strong', {}, decision))]),
    el('p', { class: 'more' }, el('code', {}, code), ...criteria.map((name) => ` · ${name}`)),
  );
}

/** Findings with those first that matter most; what people accepted comes last. */
export function sorted(findings: readonly ShownFinding[]): readonly ShownFinding[] {
  const rank = ({ level, decision }: ShownFinding): number => order[level] + (decision === '' ? 0 : 10);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** How much was found, in a few words. */
export function summary(findings: readonly ShownFinding[]): string {
  const open = findings.filter(({ decision }) => decision === '');
  const number = (level: ShownFinding['level']): number => open.filter((one) => one.level === level).length;
  const [errors, warnings, advice, questions] = [
    number('error'),
    number('warning'),
    number('info'),
    number('judge'),
  ];
  const parts = [
    errors > 0 ? count(errors, 'error', 'errors') : '',
    warnings > 0 ? count(warnings, 'warning', 'warnings') : '',
    questions > 0 ? `${questions} to judge` : '',
    advice > 0 ? `${advice} advice` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Nothing found' : parts.join(' · ');
}
