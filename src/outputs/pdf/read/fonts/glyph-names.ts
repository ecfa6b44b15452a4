// Glyph names and the characters they stand for, as the Adobe Glyph List has them for Latin, Greek, Cyrillic and common signs.

const ASCII_NAMES = `space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus
comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at
A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore grave
a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde`;

const LATIN_NAMES = `exclamdown ¡ cent ¢ sterling £ currency ¤ yen ¥ brokenbar ¦ section § dieresis ¨ copyright © ordfeminine ª
guillemotleft « logicalnot ¬ registered ® macron ¯ degree ° plusminus ± twosuperior ² threesuperior ³ acute ´ mu µ paragraph ¶
periodcentered · cedilla ¸ onesuperior ¹ ordmasculine º guillemotright » onequarter ¼ onehalf ½ threequarters ¾ questiondown ¿
AE Æ Eth Ð multiply × Oslash Ø Thorn Þ germandbls ß ae æ eth ð divide ÷ oslash ø thorn þ Dcroat Đ dcroat đ Hbar Ħ hbar ħ
dotlessi ı IJ Ĳ ij ĳ kgreenlandic ĸ Ldot Ŀ ldot ŀ Lslash Ł lslash ł napostrophe ŉ Eng Ŋ eng ŋ OE Œ oe œ Tbar Ŧ tbar ŧ longs ſ
florin ƒ Ohorn Ơ ohorn ơ Uhorn Ư uhorn ư Aringacute Ǻ aringacute ǻ AEacute Ǽ aeacute ǽ Oslashacute Ǿ oslashacute ǿ
circumflex ˆ caron ˇ breve ˘ dotaccent ˙ ring ˚ ogonek ˛ tilde ˜ hungarumlaut ˝ fi ﬁ fl ﬂ ff ﬀ ffi ﬃ ffl ﬄ
endash – emdash — underscoredbl ‗ quoteleft ‘ quoteright ’ quotesinglbase ‚ quotereversed ‛ quotedblleft “ quotedblright ”
quotedblbase „ dagger † daggerdbl ‡ bullet • onedotenleader ․ twodotenleader ‥ ellipsis … perthousand ‰ minute ′ second ″
guilsinglleft ‹ guilsinglright › exclamdbl ‼ fraction ⁄ Euro € franc ₣ lira ₤ peseta ₧ trademark ™ estimated ℮ Omega Ω
oneeighth ⅛ threeeighths ⅜ fiveeighths ⅝ seveneighths ⅞ arrowleft ← arrowup ↑ arrowright → arrowdown ↓ arrowboth ↔ arrowupdn ↕
arrowdblleft ⇐ arrowdblup ⇑ arrowdblright ⇒ arrowdbldown ⇓ arrowdblboth ⇔ universal ∀ partialdiff ∂ existential ∃ emptyset ∅
Delta ∆ gradient ∇ element ∈ notelement ∉ suchthat ∋ product ∏ summation ∑ minus − asteriskmath ∗ radical √ proportional ∝
infinity ∞ orthogonal ∟ angle ∠ logicaland ∧ logicalor ∨ intersection ∩ union ∪ integral ∫ therefore ∴ similar ∼ congruent ≅
approxequal ≈ notequal ≠ equivalence ≡ lessequal ≤ greaterequal ≥ propersubset ⊂ propersuperset ⊃ notsubset ⊄ reflexsubset ⊆
reflexsuperset ⊇ circleplus ⊕ circlemultiply ⊗ perpendicular ⊥ dotmath ⋅ integraltp ⌠ integralbt ⌡ angleleft 〈 angleright 〉
lozenge ◊ filledbox ■ circle ○ openbullet ◦ spade ♠ club ♣ heart ♥ diamond ♦ musicalnote ♪ male ♂ female ♀ checkmark ✓ aleph ℵ`;

const GREEK_NAMES = `Alpha Α Beta Β Gamma Γ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ
Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ
nu ν xi ξ omicron ο pi π rho ρ sigma1 ς sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω theta1 ϑ Upsilon1 ϒ phi1 ϕ omega1 ϖ
tonos ΄ dieresistonos ΅ Alphatonos Ά anoteleia · Epsilontonos Έ Etatonos Ή Iotatonos Ί Omicrontonos Ό Upsilontonos Ύ Omegatonos Ώ
iotadieresistonos ΐ Iotadieresis Ϊ Upsilondieresis Ϋ alphatonos ά epsilontonos έ etatonos ή iotatonos ί upsilondieresistonos ΰ
iotadieresis ϊ upsilondieresis ϋ omicrontonos ό upsilontonos ύ omegatonos ώ`;

const ACCENTS = {
  grave: '\u0300',
  acute: '\u0301',
  circumflex: '\u0302',
  tilde: '\u0303',
  macron: '\u0304',
  breve: '\u0306',
  dotaccent: '\u0307',
  dieresis: '\u0308',
  ring: '\u030a',
  hungarumlaut: '\u030b',
  caron: '\u030c',
  commaaccent: '\u0326',
  cedilla: '\u0327',
  ogonek: '\u0328',
} as const;

/** Cyrillic letters by their `afii` numbers: first number, then the letters in order. */
const CYRILLIC: readonly (readonly [number, string])[] = [
  [10017, 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯҐЂЃЄЅІЇЈЉЊЋЌЎ'],
  [10065, 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяґђѓєѕіїјљњћќў'],
  [10145, 'Џ'],
  [10193, 'џ'],
];

function build(): Map<string, string> {
  const names = new Map<string, string>();
  ASCII_NAMES.split(/\s+/).forEach((glyph, index) => {
    names.set(glyph, String.fromCharCode(0x20 + index));
  });
  const pairs = `${LATIN_NAMES}\n${GREEK_NAMES}`.split(/\s+/);
  for (let at = 0; at + 1 < pairs.length; at += 2) names.set(pairs[at] ?? '', pairs[at + 1] ?? '');
  for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') {
    for (const [accent, mark] of Object.entries(ACCENTS)) {
      const composed = (letter + mark).normalize('NFC');
      if (composed.length === 1) names.set(letter + accent, composed);
    }
  }
  for (const [first, letters] of CYRILLIC) {
    [...letters].forEach((letter, index) => {
      names.set(`afii${first + index}`, letter);
    });
  }
  names
    .set('nbspace', '\u00a0')
    .set('nonbreakingspace', '\u00a0')
    .set('softhyphen', '\u00ad')
    .set('sfthyphen', '\u00ad');
  names.set('afii61352', '№').set('dotlessj', 'ȷ').set('mu1', 'µ').set('middot', '·').set('overscore', '¯');
  return names;
}

const CHARACTER_OF = build();
const NAME_OF = new Map<string, string>();
for (const [glyph, character] of CHARACTER_OF) if (!NAME_OF.has(character)) NAME_OF.set(character, glyph);

/** The name of a character's glyph; undefined outside the list. */
export function glyphNameOf(character: string): string | undefined {
  return NAME_OF.get(character);
}

/** The text a glyph name stands for, by list or by its form (`uni0041`, `u1F600`, `f_i`, `a.sc`); undefined when unknown. */
export function charactersOf(glyph: string): string | undefined {
  const direct = CHARACTER_OF.get(glyph);
  if (direct !== undefined) return direct;
  const base = glyph.split('.')[0] ?? '';
  if (base === '') return undefined;
  const parts = base.split('_').map((part) => CHARACTER_OF.get(part) ?? fromHexName(part));
  return parts.includes(undefined) ? undefined : parts.join('');
}

function fromHexName(part: string): string | undefined {
  const units = /^uni((?:[0-9A-F]{4})+)$/.exec(part)?.[1];
  if (units)
    return (units.match(/.{4}/g) ?? []).map((hex) => String.fromCharCode(Number.parseInt(hex, 16))).join('');
  const point = Number.parseInt(/^u([0-9A-F]{4,6})$/.exec(part)?.[1] ?? 'none', 16);
  return Number.isFinite(point) && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
