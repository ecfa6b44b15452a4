/** The helpers that templates may use: a short fixed list of pure functions. */

import type Handlebars from 'handlebars';

/** How a helper is called. */
export interface HelperForm {
  readonly least: number;
  readonly most: number;
  /** Used as `{{#name …}}…{{/name}}`. */
  readonly block: boolean;
}

/** Every helper by name, with the form that the linter checks. */
export const helperForms: Readonly<Record<string, HelperForm>> = {
  if: { least: 1, most: 1, block: true },
  unless: { least: 1, most: 1, block: true },
  each: { least: 1, most: 1, block: true },
  with: { least: 1, most: 1, block: true },
  slot: { least: 1, most: 1, block: false },
  eq: { least: 2, most: 2, block: false },
  and: { least: 2, most: 8, block: false },
  or: { least: 2, most: 8, block: false },
  not: { least: 1, most: 1, block: false },
};

/** Rounds that all `each` blocks of one page may make together; real pages make a few dozen. */
const mostRounds = 20_000;

type Values = readonly unknown[];

/** Handlebars counts an empty list as false. */
function isTruthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Registers the helpers on an engine of its own. `startPage` sets the count of rounds back. */
export function registerHelpers(engine: typeof Handlebars): { startPage: () => void } {
  let rounds = 0;
  // Handlebars hands its options object as the last argument.
  const withoutOptions = (values: Values): Values => values.slice(0, -1);
  const { each } = engine.helpers;
  const builtInEach = each as Handlebars.HelperDelegate;

  engine.registerHelper('each', function (this: unknown, list: unknown, options: Handlebars.HelperOptions) {
    const fn: Handlebars.HelperOptions['fn'] = (context, runtime) => {
      rounds += 1;
      if (rounds > mostRounds) throw new Error('the {{#each}} blocks go round too many times');
      return options.fn(context, runtime);
    };
    return builtInEach.call(this, list, { ...options, fn });
  });
  engine.registerHelper(
    'slot',
    (name: string) => new engine.SafeString(`<galley-slot name="${name}"></galley-slot>`),
  );
  engine.registerHelper('eq', (left: unknown, right: unknown) => left === right);
  engine.registerHelper('and', (...values: unknown[]) => withoutOptions(values).every(isTruthy));
  engine.registerHelper('or', (...values: unknown[]) => withoutOptions(values).some(isTruthy));
  engine.registerHelper('not', (value: unknown) => !isTruthy(value));
  return {
    startPage: () => {
      rounds = 0;
    },
  };
}
