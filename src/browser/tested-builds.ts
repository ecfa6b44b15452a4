/** Which browsers Galley has been tested with. Renewed with every release. */

/** Major versions whose layout and tags are tested, first to last. */
export const testedMajors: { readonly from: number; readonly to: number } = { from: 156, to: 156 };

/** The build that `galley setup` downloads; puppeteer's own pin is older and never used. */
export const testedBuild = '156.0.8078.79';

/** Whether a major version is in the tested range. */
export function isTestedMajor(major: number | undefined): boolean {
  return major !== undefined && major >= testedMajors.from && major <= testedMajors.to;
}
