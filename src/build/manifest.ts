/** `output/build.json`: what went in, what came out, so that a result can be traced and old files can be swept. */

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { System } from '../system/system.js';
import { listingSchema } from './listing.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The schema of build.json. Paths are relative to the output folder for outputs, to the project for inputs. */
const manifestSchema = z.object({
  version: z.literal(1),
  galley: z.string(),
  browser: z.string().nullable(),
  sandbox: z.boolean().nullable(),
  node: z.string(),
  clock: z.string(),
  settings: z.record(z.string(), z.unknown()),
  /** Settings and theme files that were read. */
  inputs: z.record(z.string(), hash).default({}),
  documents: z.record(
    z.string(),
    z.object({
      title: z.string(),
      description: z.string(),
      lang: z.string(),
      published: z.string().nullable(),
      /** Null in files of older versions: such a document stands in no feed. */
      listing: listingSchema.nullable().default(null),
      inputs: z.record(z.string(), hash),
      outputs: z.record(z.string(), hash),
    }),
  ),
  site: z.record(z.string(), hash),
});

/** What one build writes down about itself. */
export type Manifest = z.infer<typeof manifestSchema>;

/** SHA-256 in lower-case hex. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The manifest of the last build in this output folder; undefined when there is none, or none that this version can read. */
export async function readManifest(system: System, out: string): Promise<Manifest | undefined> {
  const bytes = await system.readFile(`${out}/build.json`);
  if (bytes === undefined) return undefined;
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Keys in code-point order at every depth, so that the same build writes the same bytes. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** build.json's bytes. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(sorted(manifest), null, 2)}\n`;
}
