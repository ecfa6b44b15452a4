/** What a template's literal HTML must not hold, and where an expression must not stand. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import { themePlace } from './findings.js';
import { type MarkupState, readMarkup } from './markup-context.js';
import { styleStaysInTheme } from './style-findings.js';
import { templateOutputIsEscaped } from './template-findings.js';

const active: ReadonlySet<string> = new Set([
  'script',
  'iframe',
  'object',
  'embed',
  'form',
  'input',
  'button',
  'select',
  'textarea',
  'base',
  'frame',
  'frameset',
]);

/** Reports an expression at a point where escaping its characters does not make it safe. */
export function checkExpressionContext(state: MarkupState, place: SourcePlace): Diagnostic | undefined {
  const quote = 'Put the value in double quotes: name="{{value}}".';
  if (state.at === 'raw' && state.element !== 'title') {
    return templateOutputIsEscaped(
      place,
      `an expression inside <${state.element}>`,
      'Move it out of that element.',
    );
  }
  if (state.at === 'before-value' || (state.at === 'value' && state.quote === '')) {
    return templateOutputIsEscaped(
      place,
      `an expression in the unquoted attribute “${state.attribute}”`,
      quote,
    );
  }
  if (state.at === 'tag-name' || state.at === 'tag') {
    return templateOutputIsEscaped(place, 'an expression that writes part of a tag', quote);
  }
  if (state.at === 'value' && (state.attribute === 'style' || state.attribute.startsWith('on'))) {
    const fix = 'Use a class, and write the style in a stylesheet.';
    return templateOutputIsEscaped(place, `an expression in the attribute “${state.attribute}”`, fix);
  }
  return undefined;
}

/** Moves a place on by the text before an index. */
export function advance(place: SourcePlace, text: string, index: number): SourcePlace {
  const start = place.position?.start;
  if (start === undefined) return place;
  const lines = text.slice(0, index).split('\n');
  const last = lines[lines.length - 1] ?? '';
  const column = lines.length === 1 ? start.column + last.length : last.length + 1;
  return themePlace(place.file, start.line + lines.length - 1, column);
}

/** Values without quotes in literal text: the first expression that somebody adds to one would stand unprotected. */
function checkQuotes(start: MarkupState, text: string, place: SourcePlace): readonly Diagnostic[] {
  return [...text.matchAll(/=(?=[^\s"'>])/g)].flatMap((match) => {
    const before = readMarkup(start, text.slice(0, match.index));
    if (before.at !== 'tag' || before.attribute === '') return [];
    const at = advance(place, text, match.index - before.attribute.length);
    const fix = `Put the value in double quotes: ${before.attribute}="…".`;
    return [templateOutputIsEscaped(at, `the attribute “${before.attribute}” without quotes`, fix)];
  });
}

/** Reports elements and attributes in literal text that would be taken out of the page, or reach outside the theme. */
export function checkMarkup(start: MarkupState, text: string, place: SourcePlace): readonly Diagnostic[] {
  const findings: Diagnostic[] = [...checkQuotes(start, text, place)];
  for (const match of text.matchAll(/<(\w+)|[\s"']((?:on\w+)|style|srcdoc)\s*=|http-equiv/gi)) {
    const before = readMarkup(start, text.slice(0, match.index));
    const at = advance(place, text, match.index);
    const element = match[1]?.toLowerCase();
    if (element !== undefined && before.at === 'text') {
      if (element === 'style') {
        findings.push(
          styleStaysInTheme(at, 'a <style> element in a template', 'Move it to a file in styles/.'),
        );
      } else if (active.has(element)) {
        findings.push(
          templateOutputIsEscaped(at, `a <${element}> element`, 'Take it out; pages work without it.'),
        );
      }
    }
    const attribute = match[2]?.toLowerCase();
    if (attribute !== undefined && before.at !== 'text' && before.at !== 'raw' && before.at !== 'comment') {
      findings.push(
        attribute === 'style'
          ? styleStaysInTheme(at, 'a style attribute in a template', 'Use a class and a stylesheet.')
          : templateOutputIsEscaped(
              at,
              `the attribute “${attribute}”`,
              'Take it out; pages work without script.',
            ),
      );
    }
  }
  return findings;
}
