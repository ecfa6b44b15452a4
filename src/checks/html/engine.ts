/** A second opinion: another engine that looks at the same page. */

import type { Check } from '../check.js';
import type { RenderedPage } from './rendered-page.js';

/** Names by which second opinions are asked for. */
export const engineNames = ['equal-access', 'htmlcs', 'nu', 'alfa'] as const;

/** One second opinion by name. */
export type EngineName = (typeof engineNames)[number];

/** An engine that runs on a rendered page. */
export interface Engine extends Check<RenderedPage> {
  readonly engine: EngineName;
}
