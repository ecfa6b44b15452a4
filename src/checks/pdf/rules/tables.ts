// Rules on tables: their parts, their grid and their headers (ISO 14289-1, 7.2 and 7.5; ISO 14289-2, 8.2.5.26).

import type { StructureElement } from '../../../outputs/pdf/read/structure-types.js';
import type { CheckContext } from '../context.js';
import { type Examination, examineEach, type Offence, type PdfRule } from '../rule.js';
import { type GridFault, layOutTable, type TableGrid } from '../table-grid.js';
import { headerLinks } from '../table-headers.js';
import { wrongKids, wrongParent } from './lists.js';

const CHECK = 'pdf-tables-are-regular';

const PARTS = {
  check: CHECK,
  why: 'A screen reader moves through a table by rows and cells; a misplaced part breaks that walk.',
  fix: 'Build the table from Table, THead, TBody, TFoot, TR, TH and TD in their places.',
} as const;

const GRID = {
  check: CHECK,
  why: 'A screen reader then names the wrong column or row for a cell.',
  fix: 'Give every row the same number of columns, counting spans.',
} as const;

const HEADERS = {
  check: CHECK,
  why: 'A listener hears the number but not what it is a number of.',
  fix: 'Say for each header cell whether it heads its column or its row.',
} as const;

const GRIDS = new WeakMap<CheckContext, readonly TableGrid[]>();

/** All tables of a file on their grids, laid out once. */
export function tableGrids(context: CheckContext): readonly TableGrid[] {
  let grids = GRIDS.get(context);
  if (!grids) {
    grids = context.ofType('Table').map((table) => layOutTable(context, table));
    GRIDS.set(context, grids);
  }
  return grids;
}

function tables(judge: (kinds: readonly string[], table: StructureElement) => boolean): PdfRule['examine'] {
  return (context) =>
    examineEach(
      context.ofType('Table'),
      (element) => judge(context.kidTypes(element), element) || { element, found: 'Table' },
    );
}

const count = (kinds: readonly string[], kind: string): number =>
  kinds.filter((item) => item === kind).length;

/** Tables with one kind of fault. */
function faults(kind: GridFault['kind']): PdfRule['examine'] {
  return (context) =>
    examineEach(
      tableGrids(context),
      ({ fault }) =>
        fault?.kind !== kind || {
          element: fault.element,
          found: `row ${fault.row + 1}, column ${fault.column + 1}`,
        },
    );
}

/** The first cell without headers says what is wrong with its table; cells with the other fault are left for the next round. */
function missingHeaders(context: CheckContext, unknown: boolean): Examination {
  const offences: Offence[] = [];
  let instances = 0;
  for (const grid of tableGrids(context)) {
    const links = [...headerLinks(grid, context.profile)];
    instances += links.length;
    const unlinked = links.filter(([, link]) => link !== 'connected');
    const first = unlinked[0]?.[1];
    if (first === undefined || (first !== 'missing') !== unknown) continue;
    for (const [cell, link] of unlinked) {
      if (link === 'connected' || (link !== 'missing') !== unknown) continue;
      const found =
        link === 'missing' ? `row ${cell.row + 1}, column ${cell.column + 1}` : link.unknown.join(', ');
      offences.push({ element: cell.element, found });
    }
  }
  return { instances, offences };
}

const SECTIONS = ['TR', 'THead', 'TBody', 'TFoot', 'Caption'];

/** The rules on tables. */
export const tableRules: readonly PdfRule[] = [
  {
    ua1: '7.2-3',
    ...PARTS,
    what: 'A table holds {found}, which is no part of a table.',
    examine: (context) => wrongKids(context, 'Table', SECTIONS),
  },
  {
    ua1: '7.2-4',
    ...PARTS,
    what: 'A table row lies in {found} instead of a table.',
    examine: (context) => wrongParent(context, 'TR', ['Table', 'THead', 'TBody', 'TFoot']),
  },
  ...(['THead', 'TBody', 'TFoot'] as const).map(
    (type, index): PdfRule => ({
      ...PARTS,
      ua1: `7.2-${5 + index}`,
      what: `A group of rows (${type}) lies in {found} instead of a table.`,
      examine: (context) => wrongParent(context, type, ['Table']),
    }),
  ),
  ...(['TH', 'TD'] as const).map(
    (type, index): PdfRule => ({
      ...PARTS,
      ua1: `7.2-${8 + index}`,
      what: `A table cell (${type}) lies in {found} instead of a row.`,
      examine: (context) => wrongParent(context, type, ['TR']),
    }),
  ),
  {
    ua1: '7.2-10',
    ...PARTS,
    what: 'A table row holds {found}, which is no cell.',
    examine: (context) => wrongKids(context, 'TR', ['TH', 'TD']),
  },
  {
    ua1: '7.2-11',
    ...PARTS,
    what: 'A table has more than one head.',
    examine: tables((kinds) => count(kinds, 'THead') <= 1),
  },
  {
    ua1: '7.2-12',
    ...PARTS,
    what: 'A table has more than one foot.',
    examine: tables((kinds) => count(kinds, 'TFoot') <= 1),
  },
  {
    ua1: '7.2-13',
    ...PARTS,
    what: 'A table has a foot (TFoot) but no body (TBody).',
    examine: tables((kinds) => !kinds.includes('TFoot') || kinds.includes('TBody')),
  },
  {
    ua1: '7.2-14',
    ...PARTS,
    what: 'A table has a head (THead) but no body (TBody).',
    examine: tables((kinds) => !kinds.includes('THead') || kinds.includes('TBody')),
  },
  {
    ua1: '7.2-15',
    ua2: '8.2.5.26-1',
    ...GRID,
    what: 'Two cells lie on the same place ({found}).',
    examine: faults('overlap'),
  },
  {
    ua1: '7.2-16',
    ...PARTS,
    what: 'The caption of a table stands between its rows.',
    fix: 'Put the caption first or last in the table.',
    examine: tables((kinds) => !kinds.slice(1, -1).includes('Caption')),
  },
  ...(['THead', 'TBody', 'TFoot'] as const).map(
    (type, index): PdfRule => ({
      ...PARTS,
      ua1: `7.2-${36 + index}`,
      what: `A group of rows (${type}) holds {found}, which is no row.`,
      examine: (context) => wrongKids(context, type, ['TR']),
    }),
  ),
  {
    ua1: '7.2-39',
    ...PARTS,
    what: 'A table has more than one caption.',
    examine: tables((kinds) => count(kinds, 'Caption') < 2),
  },
  {
    ua1: '7.2-41',
    ua2: '8.2.5.26-2',
    ...GRID,
    what: 'A cell reaches below the end of its part of the table ({found}).',
    examine: faults('too-tall'),
  },
  {
    ua1: '7.2-42',
    ua2: '8.2.5.26-3',
    ...GRID,
    what: 'A row has more columns than the first one ({found}).',
    examine: faults('too-wide'),
  },
  {
    ua1: '7.2-43',
    ua2: '8.2.5.26-4',
    ...GRID,
    what: 'A row has fewer columns than the first one ({found}).',
    examine: faults('too-narrow'),
  },
  {
    ua1: '7.5-1',
    ua2: '8.2.5.26-5',
    ...HEADERS,
    what: 'A table cell has no header that can be found ({found}).',
    examine: (context) => missingHeaders(context, false),
  },
  {
    ua1: '7.5-2',
    ua2: '8.2.5.26-6',
    ...HEADERS,
    what: 'A table cell names a header that does not exist ({found}).',
    examine: (context) => missingHeaders(context, true),
  },
];
