/** Siteimprove's Alfa, where a project has installed it: its packages are found beside `@siteimprove/alfa-rules`. */

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Alfa, AlfaOpinion } from '../checks/html/alfa-finds-nothing/check.js';

/** A node of a page as Alfa holds it. */
interface AlfaNode {
  readonly parent?: () => { getOr(other: undefined): AlfaNode | undefined };
  readonly owner?: { getOr(other: undefined): AlfaNode | undefined };
  descendants(): Iterable<AlfaNode>;
}

interface AlfaRule {
  readonly uri: string;
  readonly requirements: readonly unknown[];
}

interface AlfaOutcome {
  readonly rule: AlfaRule;
  readonly target: AlfaNode | Iterable<AlfaNode>;
  toJSON(): { readonly outcome: string; readonly expectations?: unknown; readonly diagnostic?: unknown };
}

/** The part of Alfa's packages that is used here. */
interface AlfaParts {
  readonly rules: { readonly default: { forEach(take: (rule: AlfaRule) => void): void } };
  readonly act: {
    readonly Audit: {
      of(page: unknown, rules: readonly AlfaRule[]): { evaluate(): PromiseLike<Iterable<AlfaOutcome>> };
    };
  };
  readonly dom: {
    readonly Node: { from(written: unknown): AlfaNode };
    readonly Element: { isElement(node: unknown): boolean };
  };
  readonly native: { readonly Native: { readonly fromNode: () => unknown } };
  readonly web: {
    readonly Page: { of(request: unknown, response: unknown, document: AlfaNode, device: unknown): unknown };
  };
  readonly device: { readonly Device: { standard(): unknown } };
  readonly http: { readonly Request: { empty(): unknown }; readonly Response: { empty(): unknown } };
}

const packages = {
  act: '@siteimprove/alfa-act',
  dom: '@siteimprove/alfa-dom',
  native: '@siteimprove/alfa-dom/native',
  web: '@siteimprove/alfa-web',
  device: '@siteimprove/alfa-device',
  http: '@siteimprove/alfa-http',
} as const;

/** Rules that are not asked: r69 cannot tell the contrast of what stands over something else, which axe-core and our own measure do. */
const leftOut = /-r69$/;

/** Alfa marks with `eaa` what European law asks for: WCAG at levels A and AA. */
function isAsked({ uri, requirements }: AlfaRule): boolean {
  return !leftOut.test(uri) && JSON.stringify(requirements).includes('"type":"eaa"');
}

/** The first message anywhere in what a rule says. */
function messageIn(said: unknown): string | undefined {
  return /"message":"((?:[^"\\]|\\.)*)"/.exec(JSON.stringify(said) ?? '')?.[1]?.replace(/\\n/g, ' ');
}

function elementOf(target: AlfaOutcome['target'], { dom }: AlfaParts): AlfaNode | undefined {
  let node: AlfaNode | undefined =
    Symbol.iterator in target && !dom.Element.isElement(target)
      ? [...(target as Iterable<AlfaNode>)][0]
      : (target as AlfaNode);
  while (node !== undefined && !dom.Element.isElement(node))
    node = node.owner?.getOr(undefined) ?? node.parent?.().getOr(undefined);
  return node;
}

async function judge(parts: AlfaParts, written: unknown): Promise<readonly AlfaOpinion[]> {
  const { rules, act, dom, web, device, http } = parts;
  const asked: AlfaRule[] = [];
  rules.default.forEach((rule) => {
    if (isAsked(rule)) asked.push(rule);
  });
  const document = dom.Node.from(written);
  const page = web.Page.of(http.Request.empty(), http.Response.empty(), document, device.Device.standard());
  const elements = [...document.descendants()].filter((node) => dom.Element.isElement(node));
  const outcomes = [...(await act.Audit.of(page, asked).evaluate())];
  if (outcomes.length === 0) throw new Error('Alfa gave no answer.');
  return outcomes.flatMap((one): AlfaOpinion[] => {
    const { outcome, expectations, diagnostic } = one.toJSON();
    if (outcome !== 'failed' && outcome !== 'cantTell') return [];
    const element = elementOf(one.target, parts);
    return [
      {
        rule: one.rule.uri.replace(/^.*\//, ''),
        message: messageIn(expectations ?? diagnostic) ?? 'A rule is broken here.',
        asks: outcome === 'cantTell',
        index: element === undefined ? -1 : elements.indexOf(element),
      },
    ];
  });
}

/** Opens Alfa from the path of its rules. */
export async function openAlfa(rules: string): Promise<Alfa> {
  const { resolve } = createRequire(rules);
  const load = (path: string): Promise<unknown> => import(pathToFileURL(path).href);
  const [act, dom, native, web, device, http] = await Promise.all(
    Object.values(packages).map((name) => load(resolve(name))),
  );
  const parts = { rules: await load(rules), act, dom, native, web, device, http } as AlfaParts;
  return { writer: parts.native.Native.fromNode.toString(), judge: (written) => judge(parts, written) };
}
