/** What holds when nobody asks for anything else. */

import type { Config, Limits, ResolvedConfig } from './config.js';

/** Limits of the content model, section 8. */
export const defaultLimits: Limits = Object.freeze({
  documentBytes: 2_000_000,
  nestingLevels: 100,
  frontMatterBytes: 64_000,
  imageMegapixels: 50,
  pdfPages: 500,
  documentSeconds: 60,
});

/** The settings of a project without `galley.config.yaml`; `now` is the epoch, since only a System knows the time. */
export const defaultConfig: ResolvedConfig = freeze(resolve({}));

/** Fills the gaps of what a person wrote with the defaults. `untrusted`, `drafts`, `out` and `now` come from elsewhere too. */
export function resolve(config: Config): ResolvedConfig {
  const { publisher, limits } = config;
  return {
    publisher: {
      name: publisher?.name ?? null,
      url: publisher?.url ?? null,
      logo: publisher?.logo ?? null,
      contact: publisher?.contact ?? null,
    },
    url: config.url ?? null,
    policies: definedOf(config.policies ?? {}),
    lang: config.lang ?? 'en',
    languages: config.languages ?? [],
    theme: config.theme ?? 'base',
    themes: config.themes ?? [],
    formats: config.formats ?? ['html', 'pdf'],
    citationStyle: config['citation-style'] ?? 'chicago-notes',
    sourcesList: config['sources-list'] ?? 'by-kind',
    notes: config.notes ?? 'page',
    corrections: config.corrections ?? 'bottom',
    approval: config.approval ?? [],
    paper: config.paper ?? 'a4',
    paperIsGiven: config.paper !== undefined,
    pdfProfile: config['pdf-profile'] ?? 'ua1',
    timezone: config.timezone ?? 'UTC',
    digits: config.digits,
    charts: config.charts ?? 'drawn',
    checks: config.checks ?? {},
    themeChecks: config['theme-checks'] ?? {},
    documentChecks: config['document-checks'] ?? {},
    failOn: config['fail-on'] ?? 'error',
    limits: {
      documentBytes: limits?.['document-bytes'] ?? defaultLimits.documentBytes,
      nestingLevels: limits?.['nesting-levels'] ?? defaultLimits.nestingLevels,
      frontMatterBytes: limits?.['front-matter-bytes'] ?? defaultLimits.frontMatterBytes,
      imageMegapixels: limits?.['image-megapixels'] ?? defaultLimits.imageMegapixels,
      pdfPages: limits?.['pdf-pages'] ?? defaultLimits.pdfPages,
      documentSeconds: limits?.['document-seconds'] ?? defaultLimits.documentSeconds,
    },
    browserPath: config.browser?.path ?? null,
    verapdfPath: config.verapdf?.path ?? null,
    untrusted: config.untrusted ?? false,
    drafts: false,
    out: 'output',
    now: 0,
    fixed: [],
  };
}

function definedOf<Value>(values: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  const entries = Object.entries(values).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

/** Freezes a value and all it holds, so that no stage can change what another sees. */
export function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const child of Object.values(value)) freeze(child);
  return Object.freeze(value);
}
