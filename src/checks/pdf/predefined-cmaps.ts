// The CMaps that every reader knows, with the characters they speak of (ISO 32000-1, 9.7.5.2).

/** What a CMap's CIDs mean. */
export interface CharacterCollection {
  readonly registry: string;
  readonly ordering: string;
  readonly supplement: number;
}

/** Names by ordering; each group has the supplement that its CIDs reach up to. */
const GROUPS: readonly (readonly [ordering: string, supplement: number, names: string])[] = [
  ['GB1', 0, 'GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V'],
  ['GB1', 2, 'GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V'],
  ['GB1', 4, 'GBK2K-H GBK2K-V UniGB-UCS2-H UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V'],
  ['CNS1', 0, 'B5pc-H B5pc-V ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V'],
  ['CNS1', 1, 'HKscs-B5-H HKscs-B5-V'],
  ['CNS1', 3, 'UniCNS-UCS2-H UniCNS-UCS2-V'],
  ['CNS1', 4, 'UniCNS-UTF16-H UniCNS-UTF16-V'],
  ['Japan1', 1, '83pv-RKSJ-H 90pv-RKSJ-H 90pv-RKSJ-V Add-RKSJ-H Add-RKSJ-V EUC-H EUC-V H V'],
  ['Japan1', 2, '90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V Ext-RKSJ-H Ext-RKSJ-V'],
  ['Japan1', 4, 'UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V'],
  ['Japan1', 5, 'UniJIS-UTF16-H UniJIS-UTF16-V'],
  ['Korea1', 0, 'KSC-EUC-H KSC-EUC-V KSCpc-EUC-H'],
  ['Korea1', 1, 'KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V UniKS-UCS2-H UniKS-UCS2-V'],
  ['Korea1', 2, 'UniKS-UTF16-H UniKS-UTF16-V'],
];

const COLLECTIONS = new Map<string, CharacterCollection>(
  GROUPS.flatMap(([ordering, supplement, names]) =>
    names.split(' ').map((name) => [name, { registry: 'Adobe', ordering, supplement }] as const),
  ),
);

/** The collection of a predefined CMap for Chinese, Japanese or Korean. */
export function predefinedCollection(name: string): CharacterCollection | undefined {
  return COLLECTIONS.get(name);
}

/** Whether a name is one of those CMaps. */
export function isCjkMap(name: string | undefined): boolean {
  return name !== undefined && COLLECTIONS.has(name);
}

/** Whether a name is any predefined CMap, the identity ones included. */
export function isPredefinedCMap(name: string | undefined): boolean {
  return isCjkMap(name) || name === 'Identity-H' || name === 'Identity-V';
}
