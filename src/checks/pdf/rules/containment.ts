// The rule that no tag stands where readers do not expect it (ISO/TS 32005:2023, table 5).

import type { StructureElement } from '../../../outputs/pdf/read/structure-types.js';
import { CONTAINMENT, containmentName } from '../containment.js';
import type { CheckContext } from '../context.js';
import type { Examination, Offence, PdfRule } from '../rule.js';

/** The name of a tag's parent in the table: `StructTreeRoot` at the top; undefined for a type the table does not know. */
function parentName(context: CheckContext, element: StructureElement): string | undefined {
  const parent = context.visibleParent(element);
  if (!parent) return 'StructTreeRoot';
  const type = context.typeOf(parent);
  return type === undefined ? undefined : containmentName(type);
}

function misplaced(context: CheckContext): Offence[] {
  const offences: Offence[] = [];
  for (const element of context.elements) {
    const type = context.typeOf(element);
    const parent = parentName(context, element);
    const row = parent === undefined ? undefined : CONTAINMENT.get(parent);
    if (type === undefined || !row || element.mapping.namespace.endsWith('MathML')) continue;
    const own = containmentName(type);
    if (!row.any.has(own) && !row.once.has(own)) offences.push({ element, found: `${parent}-${own}` });
  }
  return offences;
}

/** Children that may stand once but stand more often; the top needs its one Document. */
function repeated(context: CheckContext): Offence[] {
  const offences: Offence[] = [];
  const top = context.topTypes().filter((type) => type === 'Document').length;
  if (context.read.structure && top !== 1) offences.push({ found: 'StructTreeRoot-Document' });
  for (const element of context.elements) {
    const type = context.typeOf(element);
    const row = type === undefined ? undefined : CONTAINMENT.get(containmentName(type));
    if (!row || row.once.size === 0) continue;
    const kinds = context.kidTypes(element).map(containmentName);
    for (const kind of row.once) {
      if (kinds.filter((item) => item === kind).length > 1)
        offences.push({ element, found: `${containmentName(type ?? '')}-${kind}` });
    }
  }
  return offences;
}

function withContent(context: CheckContext): Offence[] {
  const offences: Offence[] = [];
  for (const element of context.read.structure?.children ?? []) {
    // Under a grouping element at the top, content stands in nothing at all.
    if (context.isTransparent(element) && context.hasContent(element))
      offences.push({ element, found: 'StructTreeRoot-content' });
  }
  for (const element of context.elements) {
    const type = context.typeOf(element);
    const row = type === undefined ? undefined : CONTAINMENT.get(containmentName(type));
    if (row && !row.content && context.hasContent(element))
      offences.push({ element, found: `${containmentName(type ?? '')}-content` });
  }
  return offences;
}

function examine(context: CheckContext): Examination {
  const offences = [...misplaced(context), ...repeated(context), ...withContent(context)];
  return { instances: context.elements.length, offences };
}

/** The rule on containment. `found` names the pair as parent-child. */
export const containmentRules: readonly PdfRule[] = [
  {
    ua2: '32005-5',
    check: 'pdf-meets-ua2',
    what: 'A tag stands where it may not, or too often: {found} (what holds it, then the tag).',
    why: 'Readers expect tags in certain places only and may drop what stands elsewhere.',
    fix: 'Put the content under a tag that may stand here.',
    examine,
  },
];
