/** An explainer that was found, before any of its files is read. */

/** One Markdown file to read. */
export interface ExplainerEntry {
  /** Project-relative path of the Markdown file. */
  readonly path: string;
  readonly slug: string;
  /** The folder that holds the file, its data files and its pictures. */
  readonly folder: string;
  /** `folder`: `<slug>/explainer.md`. `file`: `<slug>.md`, whose data files begin with its name. */
  readonly form: 'folder' | 'file';
  /** Folder of the sources and numbers that every explainer shares, or undefined when there is none above. */
  readonly sharedFolder: string | undefined;
  /** Language in the file name (`explainer.ru.md`), for translations only; BCP 47 in canonical form. */
  readonly fileLang: string | undefined;
  /** The original's path, for translations only. */
  readonly translates: string | undefined;
}
