/** Names that a disk may hold and the project's root jail refuses, such as `aux.png` or `photo.`. */

/** Whether an error says that a path may not be read at all; see `OutsideRootError` in `system`. */
export function isRefusedPath(error: unknown): boolean {
  return error instanceof Error && error.name === 'OutsideRootError';
}

/** The value, or undefined when the path is refused. */
export async function unlessRefused<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isRefusedPath(error)) return undefined;
    throw error;
  }
}
