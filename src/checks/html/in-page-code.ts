/** The measures of `in-page/` as one piece of JavaScript: each file as a namespace of its functions, sent as their own source. */

import * as asking from './in-page/asking.js';
import * as behaviour from './in-page/behaviour.js';
import * as dom from './in-page/dom.js';
import * as growth from './in-page/growth.js';
import * as keyboard from './in-page/keyboard.js';
import * as languages from './in-page/languages.js';
import * as layout from './in-page/layout.js';
import * as links from './in-page/links.js';
import * as looks from './in-page/looks.js';
import * as modes from './in-page/modes.js';
import * as names from './in-page/names.js';
import * as structure from './in-page/structure.js';
import * as texts from './in-page/texts.js';

const files = {
  ...{ dom, layout, growth, modes, keyboard, names, links, structure, languages, behaviour },
  ...{ texts, asking, looks },
};

let source: string | undefined;

/** JavaScript whose value is the namespaces. They stay in the page, so that the browser compiles and learns them once for each load. */
export function inPageSource(): string {
  if (source !== undefined) return source;
  const namespaces = Object.entries(files).map(([name, file]) => {
    const functions = Object.values(file).map(String);
    return `const ${name} = (() => {\n${functions.join('\n')}\nreturn { ${Object.keys(file).join(', ')} };\n})();`;
  });
  source = `(globalThis.galleyInPage ??= (() => {\n${namespaces.join('\n')}\nreturn { ${Object.keys(files).join(', ')} };\n})())`;
  return source;
}
