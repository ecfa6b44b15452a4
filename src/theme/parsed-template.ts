/** A template as the linter reads it. */

/** A template file that was parsed. */
export interface ParsedTemplate {
  /** Name as partials are called: the file name without `.hbs`. */
  readonly name: string;
  readonly file: string;
  readonly program: hbs.AST.Program;
}
