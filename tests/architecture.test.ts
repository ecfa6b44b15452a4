/** The import rules of ARCHITECTURE.md as data: which module may run which, and which it may only know as types. */

import { cruise, type IForbiddenRuleType, type IModule } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { beforeAll, describe, expect, it } from 'vitest';

interface Row {
  /** Modules whose code it may run. */
  readonly runs: readonly string[];
  /** Modules that it may know as types only. */
  readonly types: readonly string[];
}

const stages = [
  'source',
  'document',
  'notes',
  'html',
  'theme',
  'outputs/web',
  'outputs/print',
  'outputs/pdf',
];
const outputTypes = ['outputs', 'config', 'source', 'document', 'notes', 'html', 'theme'];

/** `diagnostics` and `language` are open to all; `diagnostics` imports nothing. */
const table: Readonly<Record<string, Row>> = {
  diagnostics: { runs: [], types: [] },
  language: { runs: [], types: [] },
  system: { runs: [], types: [] },
  config: { runs: [], types: ['system'] },
  source: { runs: ['config'], types: ['system'] },
  document: { runs: ['config'], types: ['source', 'blocks'] },
  notes: { runs: [], types: ['config', 'source', 'document'] },
  html: { runs: [], types: ['config', 'source', 'document', 'notes', 'blocks'] },
  theme: { runs: ['config'], types: ['system', 'html'] },
  browser: { runs: [], types: ['system', 'config'] },
  outputs: { runs: [], types: ['html', 'theme', 'browser'] },
  'outputs/web': { runs: ['html'], types: outputTypes },
  'outputs/print': { runs: ['html'], types: outputTypes },
  // Pages that others wrote: shown to the browser once, then made into the same print document.
  'outputs/page': {
    runs: ['config', 'html', 'outputs/print', 'outputs/pdf'],
    types: [...outputTypes, 'browser', 'system'],
  },
  'outputs/pdf': { runs: ['html', 'outputs/print'], types: [...outputTypes, 'browser'] },
  blocks: { runs: ['html'], types: ['source', 'document', 'notes'] },
  checks: { runs: ['outputs/pdf'], types: ['config', 'outputs', 'browser', ...stages] },
  report: { runs: [], types: ['config', 'checks', 'outputs', 'outputs/pdf', 'html'] },
  build: {
    runs: ['system', 'config', 'blocks', 'checks', 'report', 'browser', 'outputs', 'outputs/page', ...stages],
    types: [],
  },
  cli: { runs: ['build', 'report', 'config', 'system', 'browser', 'studio'], types: [] },
  studio: { runs: ['build', 'report', 'config', 'system'], types: [] },
};

/** The one home of each package, so that it can be replaced. */
const homes: Readonly<Record<string, readonly string[]>> = {
  document: ['unified', 'remark-', 'github-slugger'],
  html: ['mdast-util-to-hast', 'hast-util-', 'qr/'],
  theme: ['handlebars', 'lightningcss', 'subset-font', '@fontsource', 'culori'],
  browser: ['puppeteer', '@puppeteer/browsers', 'env-paths'],
  notes: ['citeproc'],
  source: ['@citation-js', 'sharp'],
  checks: ['axe-core', 'html-validate'],
  config: ['yaml'],
  build: ['p-limit', 'tinypool'],
  cli: ['commander'],
};

const names = Object.keys(table);
const openToAll = ['diagnostics', 'language'];

/** Matches a module's own files; `outputs` alone means only the files directly in it. */
function pathOf(name: string): string {
  return name === 'outputs' ? '^src/outputs/[^/]+\\.ts$' : `^src/${name}/`;
}

/** Two rules a row: nothing runs, and nothing is typed, beyond what the row names. */
function rulesOf(name: string): IForbiddenRuleType[] {
  const row = table[name] ?? { runs: [], types: [] };
  const open = name === 'diagnostics' ? [] : name === 'language' ? ['diagnostics'] : openToAll;
  const runs = [name, ...open, ...row.runs].map(pathOf);
  const types = [...runs, ...row.types.map(pathOf)];
  return [
    {
      name: `${name} runs only ${[...open, ...row.runs].join(', ') || 'itself'}`,
      severity: 'error',
      from: { path: pathOf(name) },
      to: { path: '^src/', pathNot: runs, dependencyTypesNot: ['type-only'] },
    },
    {
      name: `${name} knows only the types of ${[...row.runs, ...row.types].join(', ') || 'itself'}`,
      severity: 'error',
      from: { path: pathOf(name) },
      to: { path: '^src/', pathNot: types, dependencyTypes: ['type-only'] },
    },
  ];
}

const forbidden: IForbiddenRuleType[] = [
  ...names.flatMap(rulesOf),
  { name: 'nothing imports in a circle', severity: 'error', from: {}, to: { circular: true } },
  {
    name: 'only build imports a registry',
    severity: 'error',
    from: { pathNot: '^src/build/' },
    to: { path: '^src/.*/registry\\.ts$' },
  },
  {
    name: 'no block knows another block',
    severity: 'error',
    from: { path: '^src/blocks/([^/]+)/' },
    to: { path: '^src/blocks/[^/]+/', pathNot: '^src/blocks/$1/' },
  },
  {
    // The reader proves what the rewriter made, so neither may lean on the other.
    name: 'the PDF reader shares no code with the PDF rewriter',
    severity: 'error',
    from: { path: '^src/outputs/pdf/read' },
    to: { path: '^src/outputs/pdf/', pathNot: '^src/outputs/pdf/read' },
  },
  {
    name: 'files, processes and the network are touched at the edges only',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/(system|cli|browser)/', '^src/studio/server/'] },
    to: {
      dependencyTypes: ['core'],
      path: '^(node:)?(fs|child_process|net|http|https|os|process|worker_threads)',
    },
  },
  ...Object.entries(homes).map(
    ([home, packages]): IForbiddenRuleType => ({
      name: `${packages.join(', ')} live in ${home}`,
      severity: 'error',
      from: { path: '^src/', pathNot: pathOf(home) },
      to: {
        path: packages.map((name) => `node_modules/${name}`),
        dependencyTypesNot: ['type-only'],
      },
    }),
  ),
];

describe('architecture', () => {
  let modules: readonly IModule[] = [];
  let violations: readonly string[] = [];

  beforeAll(async () => {
    const { output } = await cruise(
      ['src'],
      {
        validate: true,
        ruleSet: { forbidden },
        tsPreCompilationDeps: true,
        doNotFollow: { path: 'node_modules' },
      },
      undefined,
      { tsConfig: extractTSConfig('tsconfig.json') },
    );
    if (typeof output === 'string') throw new Error(output);
    modules = output.modules.filter((module) => module.source.startsWith('src/'));
    violations = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  });

  it('holds the import rules', () => {
    expect(violations).toEqual([]);
  });

  it('has no file outside its folders', () => {
    const known = [/^src\/(?:index|pdf)\.ts$/, ...names.map((name) => new RegExp(pathOf(name)))];
    const strays = modules
      .map((module) => module.source)
      .filter((source) => !known.some((pattern) => pattern.test(source)));
    expect(strays).toEqual([]);
  });

  it('looks at real files', () => {
    expect(modules.length).toBeGreaterThan(20);
  });
});
