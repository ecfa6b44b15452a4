/** The lexical half of the root jail: which project-relative paths may be asked for at all. */

import { OutsideRootError } from './system.js';

/** `..`, `/` and `\` written as percent codes, once or twice encoded: no honest file name holds them. */
const encodedTraversal = /%(?:25)*(?:2e|2f|5c)/i;

/** Names that some systems give to devices, whatever the ending. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

const driveLetter = /^[a-z]:/i;
const controlCharacter = /[\u0000-\u001f\u007f]/;

function isRefused(segment: string): boolean {
  return (
    segment === '..' ||
    driveLetter.test(segment) ||
    controlCharacter.test(segment) ||
    segment.includes('\\') ||
    encodedTraversal.test(segment) ||
    deviceName.test(segment) ||
    /[. ]$/.test(segment)
  );
}

/**
 * The parts of a project-relative path, without `.` and empty parts; none for the root itself.
 * Throws `OutsideRootError` for absolute paths, `..`, encoded or foreign separators, device names and trailing dots.
 */
export function splitProjectPath(path: string): readonly string[] {
  if (path.startsWith('/')) throw new OutsideRootError(path);
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  if (segments.some(isRefused)) throw new OutsideRootError(path);
  return segments;
}
