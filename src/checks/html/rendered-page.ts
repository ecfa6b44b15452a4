/** A page that is open in the browser in a named state, as checks see it. */

import { inPageSource } from './in-page-code.js';
import type { PublishedPage } from './published-page.js';

/** A page on the screen, or on paper as the browser would print it. */
export interface RenderedPage extends PublishedPage {
  /** Name of the state: `light-320-open`. */
  readonly state: string;
  /** Runs our own code in the page. */
  readonly evaluate: (script: string) => Promise<unknown>;
  /** Presses keys, one after the other, without waiting between them; `Shift+Tab` is one. */
  readonly press: (keys: readonly string[]) => Promise<void>;
  /** Measures by name that were taken together when the state was shown, each a measurement or what went wrong. */
  readonly taken?: Promise<Readonly<Record<string, unknown>>> | undefined;
}

/** An element that a measure in the page names. */
export interface Measured {
  /** Number of the element in the page as it is shown, 0-based, in document order. */
  readonly index: number;
  readonly selector: string;
  /** The start of its markup, on one line. */
  readonly html: string;
  /** Whether the machine cannot tell, so that a person has to. */
  readonly unsure: boolean;
  /** What was measured, in the words or numbers that the message quotes. */
  readonly found: string;
}

/** What a measure gives: how many things it looked at, and those that offend. */
export interface Measurement {
  readonly instances: number;
  readonly offences: readonly Measured[];
}

function isMeasurement(value: unknown): value is Measurement {
  return (
    typeof value === 'object' &&
    value !== null &&
    'instances' in value &&
    'offences' in value &&
    Array.isArray(value.offences)
  );
}

/** JavaScript that takes several measures at once, and says of each that fails why. */
export function measuresScript(names: readonly string[]): string {
  return `{
    const inPage = ${inPageSource()};
    const take = (name) => {
      const [file, measure] = name.split('.');
      try { return inPage[file][measure](); } catch (error) { return { failed: String(error) }; }
    };
    Object.fromEntries(${JSON.stringify(names)}.map((name) => [name, take(name)]));
  }`;
}

/** Several measures of the page as it is now. */
export async function takeMeasures(
  page: Pick<RenderedPage, 'evaluate'>,
  names: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  return (await page.evaluate(measuresScript(names))) as Readonly<Record<string, unknown>>;
}

/** A measure by the name of its function (`layout.smallTargets`): taken before, or now. Throws when the page gives none. */
export async function measure(page: RenderedPage, name: string): Promise<Measurement> {
  const known = (await page.taken)?.[name];
  const answer = known ?? (await takeMeasures(page, [name]))[name];
  return asMeasurement(answer);
}

/** Holds what came out of the page to be a measurement; throws when it is none. */
export function asMeasurement(answer: unknown): Measurement {
  if (isMeasurement(answer)) return answer;
  const failed =
    typeof answer === 'object' && answer !== null && 'failed' in answer ? `: ${answer.failed}` : '';
  throw new Error(`The page gave no measurements${failed}.`);
}
