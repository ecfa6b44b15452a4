/** docs/checks.md, written from the checks themselves, so that it cannot say anything else than they do. */

import type { CheckEntry, Example } from '../../src/checks/check.js';
import { criterionName } from '../../src/report/criteria.js';

const subjects = {
  document: 'The text',
  page: 'The page’s HTML',
  rendered: 'The page in the browser',
  engine: 'What engines say of the page',
  pdf: 'The PDF',
} as const;

const levels = { error: 'error', warning: 'warning', info: 'advice' } as const;

function exampleLines(heading: string, examples: readonly Example[], language: string): string[] {
  return examples.flatMap(({ title, text }) => [
    `${heading}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    '',
    `\`\`\`\`${language}`,
    text.trim(),
    '````',
    '',
  ]);
}

function checkLines({ id, title, severity, criteria, examples, subject }: CheckEntry): string[] {
  const names = criteria.map(criterionName).filter((name) => name !== undefined);
  const language = subject === 'document' ? 'markdown' : 'html';
  return [
    `### ${id}`,
    '',
    `${title} Level: ${levels[severity]}.${names.length > 0 ? ` ${names.join(' · ')}.` : ''}`,
    '',
    ...exampleLines('Fails', examples.fails, language),
    ...exampleLines('A person has to judge', examples.cannotTell ?? [], language),
    ...exampleLines('Passes', examples.passes, language),
  ];
}

/** The whole page. */
export function checksPage(checks: readonly CheckEntry[]): string {
  const kinds = Object.entries(subjects).filter(([kind]) => checks.some((check) => check.subject === kind));
  return [
    '# Checks',
    '',
    'What Galley asks of a text, a page and a PDF, each with examples. The examples are the tests of the checks. This page is written by',
    '`npx vitest run tests/docs/checks.test.ts -u`; the names of all findings, those of earlier steps too, stand in [findings.md](findings.md).',
    '',
    ...kinds.flatMap(([kind, title]) => [
      `## ${title}`,
      '',
      ...checks.filter((check) => check.subject === kind).flatMap(checkLines),
    ]),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}
