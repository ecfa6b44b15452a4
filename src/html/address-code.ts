/** The public address as a QR code, drawn when the page is made: so that a reader of paper comes to the newest version. */

import type { Element } from 'hast';
import { encodeQR } from 'qr';
import { element } from './elements.js';
import type { Page } from './page.js';

/** Modules of light around a code (ISO/IEC 18004, 9.1: four); the library draws them. */
const quietZone = 4;

/** The dark modules of a row as rectangles of a path, neighbours in one. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  let start = -1;
  for (let x = 0; x <= row.length; x += 1) {
    const dark = row[x] === true;
    if (dark && start < 0) start = x;
    if (dark || start < 0) continue;
    path += `M${start} ${y}h${x - start}v1H${start}z`;
    start = -1;
  }
  return path;
}

/**
 * The code of an address as a drawing with its name; undefined for one too long to be read off paper (a code of more than 300
 * characters has modules under half a millimetre at 3 cm).
 */
export function addressCode(page: Page, address: string): Element | undefined {
  if (address.length > 300) return undefined;
  const rows = encodeQR(address, 'raw', { ecc: 'medium', border: quietZone });
  const size = rows.length;
  return element(
    'svg',
    {
      className: ['qr'],
      role: 'img',
      ariaLabel: page.language.label('qr-code', { address }),
      viewBox: `0 0 ${size} ${size}`,
      width: size,
      height: size,
    },
    [
      element('rect', { className: ['qr-ground'], width: size, height: size }),
      element('path', { className: ['qr-ink'], d: rows.map(rowPath).join('') }),
    ],
  );
}
