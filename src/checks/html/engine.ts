/** Second opinions: other engines that look at the same page. */

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Check, type CheckEntry, resultOf } from '../check.js';
import { defectOf } from './engine-defects.js';
import { elementPlace } from './published-page.js';
import type { Measured, RenderedPage } from './rendered-page.js';
import type { PageState } from './states.js';

/** Names by which second opinions are asked for. */
export const engineNames = ['equal-access', 'htmlcs', 'nu', 'alfa'] as const;

/** One second opinion by name. */
export type EngineName = (typeof engineNames)[number];

/** Second opinions start programs and walk whole pages; on a busy machine that takes longer than a check of our own may, ms. */
export const engineDeadline = 60_000;

/** An engine that runs on a rendered page. */
export interface Engine extends Check<RenderedPage> {
  readonly subject: 'engine';
  /** Whether it looks at a state; at each in which engines look without it. */
  readonly looksAt?: ((state: PageState) => boolean) | undefined;
  /** Longest time for one state, ms, where it is not that of other engines. */
  readonly deadline?: number | undefined;
}

/** What an engine says of one element. */
export interface Opinion extends Pick<Measured, 'index' | 'selector' | 'html'> {
  /** The engine's own name of the rule. */
  readonly rule: string;
  readonly message: string;
  readonly level: 'error' | 'warning' | 'question';
}

/** A place where engines contradict each other, or the engine errs: settled by a person, told in the docs. */
export interface EngineException {
  readonly rule: string;
  /** Only for elements whose markup begins like this. */
  readonly html: RegExp;
  readonly reason: string;
}

/** How an engine is run in a page. */
export interface EngineRun {
  /** The engine’s name as findings give it. */
  readonly name: EngineName;
  /** JavaScript that brings the engine into the page, when it is not there yet. */
  readonly load: string;
  /** JavaScript whose value is a list of opinions. */
  readonly runner: string;
  readonly exceptions: readonly EngineException[];
}

/** Makes a check of an engine that runs in the page. It throws when the engine gives no answer. */
export function engineCheck(
  entry: Omit<Engine, 'evaluate'>,
  { name, load, runner, exceptions }: EngineRun,
): Engine {
  return {
    ...entry,
    evaluate: async (page) => {
      await page.evaluate(load);
      const opinions = await page.evaluate(runner);
      if (!isOpinions(opinions)) throw new Error('The engine gave no answer.');
      const open = unsettled(opinions, exceptions);
      return resultOf(
        entry.id,
        open.map((one) => opinionDiagnostic(entry, name, page, one)),
        1,
      );
    },
  };
}

/** Whether a value that came out of the page is a list of opinions. */
function isOpinions(value: unknown): value is readonly Opinion[] {
  return (
    Array.isArray(value) &&
    value.every(
      (one) => typeof one === 'object' && one !== null && 'rule' in one && 'level' in one && 'index' in one,
    )
  );
}

/** Words an engine's opinion as a finding of its check. */
export function opinionDiagnostic(
  check: CheckEntry,
  engine: string,
  page: RenderedPage,
  opinion: Opinion,
): Diagnostic {
  const { rule, message, level, html, selector, index } = opinion;
  const asks = level === 'question';
  const name = `${engine} ${rule}`;
  return {
    code: check.id,
    severity: level === 'error' ? 'error' : 'warning',
    what: `${asks ? 'Please judge: ' : ''}${message.replace(/\s+/g, ' ').trim()} ${html} (${engine}, rule ${rule}).`,
    why: asks
      ? 'The engine could not decide by itself, so nobody has checked this place yet.'
      : 'Readers who use assistive technology meet this fault.',
    fix: asks
      ? 'Look at this place on the page, and change it if the answer is no.'
      : 'Change the block or template that makes this element.',
    place: elementPlace(page, selector, index),
    excerpt: `${rule} ${html}`,
    rule: name,
    defect: defectOf(name),
    ...(asks ? { question: true } : {}),
  };
}

/** Leaves out what an exception settles. */
function unsettled(opinions: readonly Opinion[], exceptions: readonly EngineException[]): Opinion[] {
  return opinions.filter(
    ({ rule, html }) => !exceptions.some((one) => one.rule === rule && one.html.test(html)),
  );
}
