/** Whether a language tag is one that browsers and screen readers know (BCP 47). */

/** Whether Intl has a name for a code; a code that it refuses has none. */
function isNamed(type: 'language' | 'script' | 'region', code: string): boolean {
  try {
    return new Intl.DisplayNames('en', { type, fallback: 'none' }).of(code) !== undefined;
  } catch {
    return false;
  }
}

/**
 * A tag in its usual spelling, or undefined when it is malformed or its language, script or region is unknown.
 * Languages with three letters are taken on trust: Intl names only some of ISO 639-3.
 */
export function validTag(tag: string): string | undefined {
  let canonical: string | undefined;
  try {
    canonical = Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
  if (canonical === undefined) return undefined;
  const { language, script, region } = new Intl.Locale(canonical);
  if (language === 'und') return undefined;
  if (language.length !== 3 && !isNamed('language', language)) return undefined;
  if (script !== undefined && !isNamed('script', script)) return undefined;
  return region === undefined || isNamed('region', region) ? canonical : undefined;
}
