/** The shape of report.json as a JSON Schema (draft 2020-12), for programs that read it. */

const text = { type: 'string' } as const;
const texts = { type: 'array', items: text } as const;
const whole = { type: 'integer', minimum: 0 } as const;
const maybe = (type: object): object => ({ anyOf: [type, { type: 'null' }] });

function record(properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

const severity = { enum: ['error', 'warning', 'info'] } as const;
const point = record({ line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } });
const position = record({ start: point, end: point });
const source = record({ kind: { const: 'source' }, file: text, position }, ['position']);
const element = record({ kind: { const: 'element' }, file: text, selector: text, origin: source }, [
  'origin',
]);
const page = record(
  { kind: { const: 'page' }, file: text, page: whole, structureElement: text, origin: source },
  ['structureElement', 'origin'],
);
const place = { anyOf: [source, element, page] };
const related = { type: 'array', items: record({ message: text, place }) };
const decision = record({
  kind: { enum: ['accepted', 'allowed-in-text'] },
  person: maybe(text),
  reason: text,
  until: maybe(text),
});

const finding = record(
  {
    ...{
      id: text,
      code: text,
      severity,
      outcome: { enum: ['failed', 'cantTell'] },
      what: text,
      why: text,
      fix: text,
    },
    ...{ document: maybe(text), documents: texts, states: texts, criteria: texts, rules: texts },
    ...{
      place,
      related,
      excerpt: text,
      confidential: { type: 'boolean' },
      question: { type: 'boolean' },
      rule: text,
      defect: text,
      decision,
    },
  },
  ['place', 'related', 'excerpt', 'confidential', 'question', 'rule', 'defect', 'decision'],
);

const row = record(
  {
    ...{ check: text, document: text, output: text, state: text, reason: text },
    outcome: { enum: ['passed', 'failed', 'cantTell', 'inapplicable', 'untested'] },
  },
  ['reason'],
);

const file = record({ path: text, bytes: whole, pages: whole }, ['pages']);
const cited = record({ note: maybe(whole), text, line: maybe(whole), column: maybe(whole) });
const citedSource = record({ id: text, lang: text, text, places: { type: 'array', items: cited } });
const explainer = record({
  ...{
    document: text,
    path: text,
    title: text,
    state: { enum: ['built', 'failed', 'held-back', 'checked'] },
  },
  files: { type: 'array', items: file },
  sources: { type: 'array', items: citedSource },
});

/** The schema; `version` rises when a reader of the old shape could no longer read the new one. */
export const reportSchema: object = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Report of Galley',
  ...record({
    version: { const: 1 },
    exitCode: { enum: [0, 1, 2, 3, 4, 130, 143] },
    failOn: severity,
    totals: record({ error: whole, warning: whole, info: whole }),
    incomplete: { type: 'array', items: row },
    explainers: { type: 'array', items: explainer },
    findings: { type: 'array', items: finding },
    ledger: { type: 'array', items: row },
  }),
};
