/** All checks, in the order in which the catalogue shows them; the only file that knows them all. */

import type { Check, CheckEntry } from './check.js';
import { altHasSensibleLength } from './document/alt-has-sensible-length/check.js';
import { altIsNotAFileName } from './document/alt-is-not-a-file-name/check.js';
import { altIsNotCaption } from './document/alt-is-not-caption/check.js';
import { anonymousSourceIsNotAlone } from './document/anonymous-source-is-not-alone/check.js';
import { changeIsDeclared } from './document/change-is-declared/check.js';
import { claimIsAttributed } from './document/claim-is-attributed/check.js';
import { correctionIsComplete } from './document/correction-is-complete/check.js';
import type { DocumentToCheck } from './document/document-to-check.js';
import { explainerIsInDate } from './document/explainer-is-in-date/check.js';
import { headingIsNotImitated } from './document/heading-is-not-imitated/check.js';
import { proseQuoteIsAttributed } from './document/prose-quote-is-attributed/check.js';
import { sentencesAreShort } from './document/sentences-are-short/check.js';
import { sourcesAreSeveral } from './document/sources-are-several/check.js';
import { alfa } from './html/alfa-finds-nothing/check.js';
import { altIsTrue } from './html/alt-is-true/check.js';
import type { AxeRun } from './html/axe.js';
import { axeFindsNothing } from './html/axe-finds-nothing/check.js';
import { contentHasAHeading } from './html/content-has-a-heading/check.js';
import { contentNeedsNoLook } from './html/content-needs-no-look/check.js';
import { engineQuestionsAreAnswered } from './html/engine-questions-are-answered/check.js';
import { equalAccess } from './html/equal-access-finds-nothing/check.js';
import { fieldLabelIsClear } from './html/field-label-is-clear/check.js';
import { focusIsNotObscured } from './html/focus-is-not-obscured/check.js';
import { focusIsVisible } from './html/focus-is-visible/check.js';
import { forcedColoursKeepMeaning } from './html/forced-colours-keep-meaning/check.js';
import { frameNamesAreDistinct } from './html/frame-names-are-distinct/check.js';
import { headingFitsItsText } from './html/heading-fits-its-text/check.js';
import { htmlCodeSniffer } from './html/htmlcs-finds-nothing/check.js';
import { keyboardReachesEverything } from './html/keyboard-reaches-everything/check.js';
import { labelIsInName } from './html/label-is-in-name/check.js';
import { landmarksAreComplete } from './html/landmarks-are-complete/check.js';
import { languageMatchesWords } from './html/language-matches-words/check.js';
import { linkIsVisibleInText } from './html/link-is-visible-in-text/check.js';
import { linkTextSaysWhere } from './html/link-text-says-where/check.js';
import { linkTextsAreDistinct } from './html/link-texts-are-distinct/check.js';
import { markupIsValid } from './html/markup-is-valid/check.js';
import type { RenderedCheck } from './html/measured-check.js';
import { motionIsOptional } from './html/motion-is-optional/check.js';
import { nu } from './html/nu-finds-nothing/check.js';
import type { PublishedPage } from './html/published-page.js';
import { reflowAt320 } from './html/reflow-at-320/check.js';
import { screenMayBeTurned } from './html/screen-may-be-turned/check.js';
import { silentImageAddsNothing } from './html/silent-image-adds-nothing/check.js';
import { singleKeysDoNothing } from './html/single-keys-do-nothing/check.js';
import { skipLinkWorks } from './html/skip-link-works/check.js';
import { targetSizeIs24 } from './html/target-size-is-24/check.js';
import { textChangesOnDemand } from './html/text-changes-on-demand/check.js';
import { textGrowsTo200 } from './html/text-grows-to-200/check.js';
import { textSpacingIsFree } from './html/text-spacing-is-free/check.js';
import { textSpacingIsTolerated } from './html/text-spacing-is-tolerated/check.js';
import { titleFitsThePage } from './html/title-fits-the-page/check.js';
import { zoomIsAllowed } from './html/zoom-is-allowed/check.js';

/** Checks of an explainer's text, besides what the stages notice while they read it. */
export const documentChecks: readonly Check<DocumentToCheck>[] = [
  claimIsAttributed,
  proseQuoteIsAttributed,
  anonymousSourceIsNotAlone,
  sourcesAreSeveral,
  sentencesAreShort,
  headingIsNotImitated,
  altIsNotAFileName,
  altIsNotCaption,
  altHasSensibleLength,
  explainerIsInDate,
  changeIsDeclared,
  correctionIsComplete,
];

/** Makers of second opinions: each needs the code of its engine, which a project may have installed. */
export const engineMakers = { equalAccess, htmlCodeSniffer, nu, alfa } as const;

/** Checks of a page's bytes. */
export const pageChecks: readonly Check<PublishedPage>[] = [markupIsValid];

/** Checks that read what axe-core said. */
export const axeChecks: readonly Check<AxeRun>[] = [axeFindsNothing, engineQuestionsAreAnswered];

/** Measures of every page in the browser. */
export const renderedChecks: readonly RenderedCheck[] = [
  reflowAt320,
  targetSizeIs24,
  textGrowsTo200,
  zoomIsAllowed,
  textSpacingIsTolerated,
  textSpacingIsFree,
  screenMayBeTurned,
  focusIsVisible,
  focusIsNotObscured,
  keyboardReachesEverything,
  forcedColoursKeepMeaning,
  motionIsOptional,
  landmarksAreComplete,
  contentHasAHeading,
  skipLinkWorks,
  labelIsInName,
  linkTextsAreDistinct,
  linkIsVisibleInText,
];

/** Measures of pages that somebody else made. Of our own pages the text is checked before, and people sign the rest in the evidence pack. */
export const foreignChecks: readonly RenderedCheck[] = [
  linkTextSaysWhere,
  titleFitsThePage,
  headingFitsItsText,
  fieldLabelIsClear,
  contentNeedsNoLook,
  altIsTrue,
  silentImageAddsNothing,
  languageMatchesWords,
  frameNamesAreDistinct,
  singleKeysDoNothing,
  textChangesOnDemand,
];

/** Every check, for the catalogue. */
export const allChecks: readonly CheckEntry[] = [
  ...documentChecks,
  ...pageChecks,
  ...axeChecks,
  ...renderedChecks,
  ...foreignChecks,
];
