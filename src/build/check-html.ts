/** Checks of HTML files that somebody else made: a file and what lies beside it, or an address on this machine. */

import type { Browser, FileServer, ServedFile } from '../browser/browser.js';
import type { CheckRun } from '../checks/check.js';
import { pageFromText } from '../checks/html/page-from-text.js';
import type { PageState } from '../checks/html/states.js';
import { parseHtml } from '../html/parse-html.js';
import type { System } from '../system/system.js';
import { checkPage } from './check-page.js';
import type { Engines } from './engines.js';
import { mediaTypeOf } from './media-types.js';

/** An HTML page that a person named. */
export interface NamedPage {
  /** As typed. */
  readonly name: string;
  /** Path of the page among its files. */
  readonly path: string;
  readonly files: FileServer;
}

/** What checking needs. */
export interface HtmlTools {
  readonly browser: (() => Promise<Browser>) | undefined;
  readonly engines: Engines;
  /** The states of the page to look at; all by default. */
  readonly states?: readonly PageState[] | undefined;
}

/** Serves a folder to the browser, read as it is asked for. */
export function folderServer(folder: System): FileServer {
  return {
    async get(path): Promise<ServedFile | undefined> {
      const bytes = await folder.readFile(path).catch(() => undefined);
      return bytes === undefined ? undefined : { mediaType: mediaTypeOf(path), bytes };
    },
  };
}

/** The row of a page that is not there. */
function missing(name: string): CheckRun {
  const diagnostic = {
    code: 'page-is-readable',
    severity: 'error',
    what: `There is no page at “${name}”.`,
    why: 'Nothing could be checked.',
    fix: 'Check how the path or address is written.',
  } as const;
  const result = { check: diagnostic.code, outcome: 'failed', diagnostics: [diagnostic] } as const;
  return { document: name, output: 'html', state: '', check: diagnostic.code, result };
}

/** Checks one page, and gives its text for code frames. */
export async function checkNamedPage(
  { name, path, files }: NamedPage,
  tools: HtmlTools,
): Promise<{ readonly runs: readonly CheckRun[]; readonly text: string | undefined }> {
  const file = await files.get(path);
  if (file === undefined) return { runs: [missing(name)], text: undefined };
  const text = new TextDecoder().decode(file.bytes);
  const published = pageFromText(name, text, parseHtml(text));
  const runs = await checkPage({ published, files, path, document: name, ...tools });
  return { runs, text };
}
