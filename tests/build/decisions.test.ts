/** Accepting findings in a whole project: a comment in the text, and the list beside the settings. */

import { afterEach, describe, expect, it } from 'vitest';
import { updateBaseline } from '../../src/build/update-baseline.js';
import { diskSystem } from '../../src/system/disk-system.js';
import { makeProject, type Project, soundDocument, soundSources } from './project.js';

/** One source that nothing cites: a warning. */
const unused = `${soundSources}
spare:
  kind: official-statement
  title: A report that nobody cites
  author: County council
  published: 2026-02-28
`;

/** A table in prose: a warning in the text itself. */
const bareTable = '\n| Town | Homes |\n|---|---|\n| Elmford | 4 |\n';

let project: Project;
afterEach(() => project.remove());

const make = async (document: string, more: Record<string, string> = {}): Promise<Project> => {
  project = await makeProject({
    'content/flood/explainer.md': document,
    'content/flood/sources.yaml': unused,
    ...more,
  });
  return project;
};

describe('a comment in the text', () => {
  it('allows what follows it, and is never printed', async () => {
    await make(`${soundDocument}\n<!-- galley-allow table-has-caption: a table of one row -->\n${bareTable}`);
    const { report } = await project.build();
    const found = report.findings.filter(({ code }) => code === 'table-has-caption');
    expect(found.map(({ decision }) => decision)).toEqual([
      { kind: 'allowed-in-text', person: null, reason: 'a table of one row', until: null },
    ]);
    expect(await project.output('flood/index.html')).not.toMatch(/galley-allow|one row/);
  });

  it('does not allow what stands behind the next block', async () => {
    await make(
      `${soundDocument}\n<!-- galley-allow table-has-caption: a table of one row -->\n\nWords between.\n${bareTable}`,
    );
    const { report } = await project.build();
    expect(report.findings.find(({ code }) => code === 'table-has-caption')?.decision).toBeUndefined();
    expect(report.findings.map(({ code }) => code)).toContain('acceptance-is-used');
  });
});

describe('the list', () => {
  it('holds what was found, lets it through the next time, and drops what is gone', async () => {
    await make(soundDocument);
    const system = diskSystem(project.root);
    const wish = { person: 'Ada Prowse', reason: 'Stood there when checking began.', until: null };
    const first = await project.build({ failOn: 'warning' });
    expect(first.report.exitCode).toBe(1);
    expect(await updateBaseline(system, first.report, wish)).toEqual({ added: 1, kept: 0, removed: 0 });
    const second = await project.build({ failOn: 'warning' });
    expect(second.report.exitCode).toBe(0);
    expect(second.report.findings[0]?.decision?.person).toBe('Ada Prowse');
    await project.write({ 'content/flood/sources.yaml': soundSources });
    const third = await project.build({ failOn: 'warning' });
    expect(third.report.findings.map(({ code }) => code)).toEqual(['acceptance-is-used']);
    expect(await updateBaseline(system, third.report, wish)).toEqual({ added: 0, kept: 0, removed: 1 });
    expect((await project.build({ failOn: 'warning' })).report.findings).toEqual([]);
  });

  it('is told where it is at fault', async () => {
    await make(soundDocument, { 'galley.accepted.yaml': 'source-is-used:00000000:\n  person: Ada Prowse\n' });
    const { report } = await project.build();
    const told = report.findings.find(({ code }) => code === 'acceptance-is-complete');
    expect(told?.place).toMatchObject({ file: 'galley.accepted.yaml', position: { start: { line: 1 } } });
  });
});

describe('levels', () => {
  const levels = async (settings: string): Promise<readonly string[]> => {
    await make(soundDocument, { 'galley.config.yaml': settings });
    const { report } = await project.build();
    return report.findings.filter(({ code }) => code === 'source-is-used').map(({ severity }) => severity);
  };

  it.each([
    ['the project', 'checks: { source-is-used: info }\n', 'info'],
    [
      'a theme above it',
      'checks: { source-is-used: info }\ntheme-checks: { base: { source-is-used: error } }\n',
      'error',
    ],
    [
      'an explainer above both',
      'theme-checks: { base: { source-is-used: error } }\ndocument-checks: { flood: { source-is-used: info } }\n',
      'info',
    ],
    ['another explainer not at all', 'document-checks: { drought: { source-is-used: error } }\n', 'warning'],
  ])('of %s', async (_, settings, level) => {
    expect(await levels(settings)).toEqual([level]);
  });

  it('that make an error of a finding keep the explainer from being published', async () => {
    await make(soundDocument, {
      'galley.config.yaml': 'document-checks: { flood: { source-is-used: error } }\n',
    });
    await project.build();
    expect(await project.output('flood/index.html')).toBeUndefined();
  });
});
