/** Size and soundness of raster pictures. */

import type { Sharp, SharpOptions } from 'sharp';
import { withoutMetadata } from './picture-metadata.js';
import type { ImageFile } from './source-file.js';

type SharpFactory = (input: Uint8Array, options?: SharpOptions) => Sharp;

let loading: Promise<SharpFactory> | undefined;

/** The image library, loaded when the first picture needs it, with every reader switched off but the four in use. */
function loadSharp(): Promise<SharpFactory> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({
      operation: [
        'VipsForeignLoadJpegBuffer',
        'VipsForeignLoadPngBuffer',
        'VipsForeignLoadWebpBuffer',
        'VipsForeignLoadHeifBuffer',
      ],
    });
    return sharp;
  });
  return loading;
}

const damaged =
  'The picture is damaged or was copied only in part, so it would print as a grey area. Export or copy it again.';

const unfollowable =
  'Place and device cannot be taken out of the picture, since its file is built in an unusual way. Export it again.';

function isCut(bytes: Uint8Array, mediaType: ImageFile['mediaType']): boolean {
  const tail = bytes.subarray(-64);
  if (mediaType === 'image/jpeg') return !endsWith(bytes, [0xff, 0xd9]);
  if (mediaType === 'image/png') return !String.fromCharCode(...tail).includes('IEND');
  return false;
}

/** Whether the bytes hold a mark near their end; cameras add padding after it. */
function endsWith(bytes: Uint8Array, mark: readonly [number, number]): boolean {
  for (let at = bytes.length - 2; at >= 0; at -= 1) {
    if (bytes[at] === mark[0] && bytes[at + 1] === mark[1]) return true;
    // Past the end mark only padding or a second small picture follows.
    if (bytes.length - at > 1_000_000) return false;
  }
  return false;
}

/** Reads the header, turned as the camera says, then decodes everything once at a small size to prove that it is whole. */
export async function rasterSize(
  bytes: Uint8Array,
  mediaType: ImageFile['mediaType'],
): Promise<{ width: number; height: number; bytes: Uint8Array } | { problem: string }> {
  const sharp = await loadSharp();
  try {
    const { autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const { width, height } = autoOrient;
    // A picture over the limit is refused by its size alone and never decoded.
    if (width * height > 200_000_000) return { width, height, bytes };
    if (isCut(bytes, mediaType)) return { problem: damaged };
    await sharp(bytes, { failOn: 'error', limitInputPixels: 200_000_000 })
      .resize({ width: 16, height: 16, fit: 'inside' })
      .raw()
      .toBuffer();
    const published = withoutMetadata(bytes, mediaType);
    return published === undefined ? { problem: unfollowable } : { width, height, bytes: published };
  } catch {
    return { problem: damaged };
  }
}
