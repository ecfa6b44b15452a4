/** Reads the pictures beside a document: what they are, how large, and whether they can be used. */

import { createHash } from 'node:crypto';
import type { ResolvedConfig } from '../config/config.js';
import type { System } from '../system/system.js';
import { sniffImage } from './image-type.js';
import { rasterSize } from './raster.js';
import { unlessRefused } from './refused-path.js';
import type { ImageFile, UnusableImage } from './source-file.js';
import { readSvg } from './svg.js';

/** Most bytes of one picture. */
const maxBytes = 25_000_000;

/** Endings under which pictures are looked for; the last four are told as unusable. */
const pictureName = /\.(?:jpe?g|png|webp|avif|svg|gif|heic|tiff?|bmp)$/i;

/** Endings that fit a media type. */
const endings: Readonly<Record<ImageFile['mediaType'], readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/avif': ['avif'],
  'image/svg+xml': ['svg'],
};

const use = 'Use a JPEG, PNG, WebP, AVIF or SVG.';

/** A size and bytes, or what is wrong. */
type Reading =
  | {
      readonly width: number;
      readonly height: number;
      readonly bytes: Uint8Array;
      readonly words?: readonly string[];
    }
  | { readonly problem: string };

async function readContent(bytes: Uint8Array, mediaType: ImageFile['mediaType']): Promise<Reading> {
  return mediaType === 'image/svg+xml' ? readSvg(bytes) : rasterSize(bytes, mediaType);
}

function wrongEnding(path: string, mediaType: ImageFile['mediaType']): string | undefined {
  const ending = /\.([^.]+)$/.exec(path)?.[1] ?? '';
  if (endings[mediaType].includes(ending.toLowerCase())) return undefined;
  const name = path.split('/').at(-1) ?? path;
  const [right = ''] = endings[mediaType];
  const kind =
    right === 'jpg'
      ? 'a JPEG'
      : right === 'avif' || right === 'svg'
        ? `an ${right.toUpperCase()}`
        : `a ${right === 'webp' ? 'WebP' : 'PNG'}`;
  return `The file is ${kind}, but its name ends in “.${ending}”. Rename it to “${name.replace(/\.[^.]+$/, '')}.${right}”, here and in the text.`;
}

/** Looks at one picture. `problem` is a sentence or two: what is wrong, and what to do. */
export async function readImage(
  path: string,
  bytes: Uint8Array,
  megapixels: number,
): Promise<ImageFile | UnusableImage> {
  const unusable = (problem: string): UnusableImage => ({ path, problem });
  if (bytes.length === 0) return unusable('The file is empty (0 bytes). Copy the picture again.');
  if (bytes.length > maxBytes) {
    const size = Math.round(bytes.length / 1_000_000);
    return unusable(`The file has ${size} MB; at most 25 MB can be used. Save the picture smaller.`);
  }
  const sniffed = sniffImage(bytes);
  if ('other' in sniffed) return unusable(`The file is ${sniffed.other}. ${use}`);
  const misnamed = wrongEnding(path, sniffed.mediaType);
  if (misnamed !== undefined) return unusable(misnamed);
  const reading = await readContent(bytes, sniffed.mediaType);
  if ('problem' in reading) return unusable(reading.problem);
  const { width, height } = reading;
  if (width * height > megapixels * 1_000_000) {
    const found = Math.round((width * height) / 1_000_000);
    return unusable(
      `The picture has ${found} megapixels (${width} × ${height}); at most ${megapixels} can be used. Save it smaller.`,
    );
  }
  const hash = createHash('sha256').update(reading.bytes).digest('hex');
  const words = reading.words === undefined ? {} : { words: reading.words };
  return { path, mediaType: sniffed.mediaType, width, height, bytes: reading.bytes, hash, ...words };
}

/** The pictures of a folder by file name; only those that `wanted` accepts. */
export async function readImages(
  system: System,
  config: ResolvedConfig,
  folder: string,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, ImageFile | UnusableImage>> {
  const entries = (await system.readFolder(folder)) ?? [];
  const images = new Map<string, ImageFile | UnusableImage>();
  for (const { name, kind } of entries) {
    if (!pictureName.test(name) || name.startsWith('.') || kind === 'folder' || !wanted(name)) continue;
    const path = folder === '' ? name : `${folder}/${name}`;
    const bytes = kind === 'file' ? await unlessRefused(() => system.readFile(path)) : undefined;
    const image =
      bytes === undefined
        ? {
            path,
            problem:
              'The file cannot be opened inside the project folder. Copy the picture itself here, under a plain name.',
          }
        : await readImage(path, bytes, config.limits.imageMegapixels);
    images.set(name, image);
  }
  return images;
}
