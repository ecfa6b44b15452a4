/** The notes stage with its engines: the citation style of each document, found once and kept warm. */

import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ResolvedConfig } from '../config/config.js';
import { result, type StageResult } from '../diagnostics/diagnostic.js';
import type { Explainer } from '../document/explainer.js';
import type { Language } from '../language/language.js';
import { languageOf } from '../language/language-of.js';
import { annotate } from '../notes/annotate.js';
import type { AnnotatedExplainer } from '../notes/annotated-explainer.js';
import { createCiteEngines } from '../notes/cite-engines.js';
import { ownRoot } from '../notes/csl-library.js';
import type { System } from '../system/system.js';

/** Sets the notes of documents. */
export interface Annotator {
  readonly annotate: (
    explainer: Explainer,
    config: ResolvedConfig,
  ) => Promise<StageResult<AnnotatedExplainer>>;
  /** Begins to make the engine that config names. */
  readonly warm: (config: ResolvedConfig) => void;
}

function languageFor(explainer: Explainer, config: ResolvedConfig): Language {
  return languageOf(explainer.lang, { digits: explainer.digits, timezone: config.timezone });
}

/** A local `.csl` file: beside the document, else below the project. */
async function styleFile(system: System, name: string, path: string): Promise<string | undefined> {
  if (!name.endsWith('.csl')) return undefined;
  for (const candidate of [posix.join(posix.dirname(path), name), name]) {
    const bytes = await system.readFile(candidate);
    if (bytes !== undefined) return new TextDecoder().decode(bytes);
  }
  return undefined;
}

/** Makes the annotator of an open project; `openFolder` gives access to Galley's own installation. */
export function makeAnnotator(system: System, openFolder: (folder: string) => System): Annotator {
  const own = openFolder(fileURLToPath(ownRoot));
  const engines = createCiteEngines((path) => own.readFile(path));
  return {
    warm: (config) =>
      engines.warm(config.citationStyle, languageOf(config.lang, { timezone: config.timezone })),
    async annotate(explainer, config) {
      const language = languageFor(explainer, config);
      const engine = await engines.engineFor({
        style: config.citationStyle,
        styleFile: await styleFile(system, config.citationStyle, explainer.path),
        language,
        place: explainer.placeOf('citation-style'),
      });
      const annotated = annotate(explainer, { config, language, engine: engine.value });
      return result(annotated.value, [...engine.diagnostics, ...annotated.diagnostics]);
    },
  };
}
