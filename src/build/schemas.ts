/** `galley schema`: JSON Schemas of everything that people write, for editors that help while typing. */

import { configJsonSchema } from '../config/load-config.js';
import { frontMatterJsonSchema } from '../document/frontmatter-schema.js';
import { figuresJsonSchema } from '../source/figures.js';
import { sourcesJsonSchema } from '../source/source-schema.js';
import type { System } from '../system/system.js';

/** One kind of file that has a schema. */
interface Described {
  readonly name: string;
  readonly title: string;
  readonly schema: () => object;
  /** Files it holds for, as VS Code's YAML extension takes them; none for the head of a Markdown file. */
  readonly files: readonly string[];
}

const described: readonly Described[] = [
  {
    ...{ name: 'galley.config.schema.json', title: 'Settings of a Galley project' },
    ...{ schema: configJsonSchema, files: ['galley.config.yaml'] },
  },
  {
    ...{ name: 'front-matter.schema.json', title: 'Front matter of an explainer' },
    ...{ schema: frontMatterJsonSchema, files: [] },
  },
  {
    ...{ name: 'sources.schema.json', title: 'Sources of an explainer' },
    ...{ schema: sourcesJsonSchema, files: ['content/**/sources.yaml', 'content/*.sources.yaml'] },
  },
  {
    ...{ name: 'figures.schema.json', title: 'Numbers of an explainer' },
    ...{ schema: figuresJsonSchema, files: ['content/**/figures.yaml', 'content/*.figures.yaml'] },
  },
];

const settingsPath = '.vscode/settings.json';

/** What was written. */
export interface WrittenSchemas {
  readonly files: readonly string[];
  /** The lines for `.vscode/settings.json`, when that file holds comments or a fault and was left alone. */
  readonly toPaste: string | undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The settings that are there already; undefined when they are no plain JSON, such as JSON with comments. */
async function readSettings(system: System): Promise<Record<string, unknown> | undefined> {
  const bytes = await system.readFile(settingsPath);
  if (bytes === undefined) return {};
  try {
    const settings: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isRecord(settings) ? settings : undefined;
  } catch {
    return undefined;
  }
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Writes the schemas into a folder of the project, and tells VS Code of them. Other settings there stay as they are. */
export async function writeSchemas(system: System, folder: string): Promise<WrittenSchemas> {
  const written: string[] = [];
  for (const { name, title, schema } of described) {
    const path = `${folder}/${name}`;
    await system.writeFile(path, jsonText({ ...schema(), title }));
    written.push(path);
  }
  const own = Object.fromEntries(
    described
      .filter(({ files }) => files.length > 0)
      .map(({ name, files }) => [`./${folder}/${name}`, files]),
  );
  const settings = await readSettings(system);
  if (settings === undefined) return { files: written, toPaste: jsonText({ 'yaml.schemas': own }) };
  const before = isRecord(settings['yaml.schemas']) ? settings['yaml.schemas'] : {};
  await system.writeFile(settingsPath, jsonText({ ...settings, 'yaml.schemas': { ...before, ...own } }));
  return { files: [...written, settingsPath], toPaste: undefined };
}
