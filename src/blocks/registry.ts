/** All authoring blocks, in the order in which the authors' guide explains them. */

import { background } from './background/block.js';
import type { Block } from './block.js';
import { chart } from './chart/block.js';
import { claim } from './claim/block.js';
import { claimed } from './claimed/block.js';
import { contact } from './contact/block.js';
import { correction } from './correction/block.js';
import { shownDocument } from './document/block.js';
import { figure } from './figure/block.js';
import { glossary } from './glossary/block.js';
import { keyPoints } from './key-points/block.js';
import { known } from './known/block.js';
import { map } from './map/block.js';
import { next } from './next/block.js';
import { note } from './note/block.js';
import { numbers } from './numbers/block.js';
import { people } from './people/block.js';
import { qa } from './qa/block.js';
import { quote } from './quote/block.js';
import { related } from './related/block.js';
import { steps } from './steps/block.js';
import { table } from './table/block.js';
import { timeline } from './timeline/block.js';
import { unknown } from './unknown/block.js';
import { warning } from './warning/block.js';

/** The list. `lang`, `toc`, `notes` and `sources` are made by `document` and `html` themselves. */
export const blocks: readonly Block[] = [
  keyPoints,
  known,
  claimed,
  unknown,
  timeline,
  qa,
  people,
  numbers,
  quote,
  figure,
  chart,
  map,
  table,
  glossary,
  next,
  steps,
  contact,
  claim,
  shownDocument,
  background,
  note,
  warning,
  correction,
  related,
];

/** Blocks by the name that authors write, for `document`. */
export const blocksByName: ReadonlyMap<string, Block> = new Map(blocks.map((block) => [block.name, block]));

/** Blocks by the mdast type of their node, for `html`. */
export const blocksByType: ReadonlyMap<string, Block> = new Map(blocks.map((block) => [block.type, block]));
