/** What the stage needs of a block: its node's type, its name, and how it is rendered. */

import type { Block } from '../blocks/block.js';

/** The rendering half of a block. */
export type BlockRenderer = Pick<Block, 'name' | 'type' | 'render'>;
