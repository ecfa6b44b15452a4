/** WCAG 2.2 criteria by number, as reports name them (W3C Recommendation, 12 December 2024). */

const wcag: Readonly<Record<string, string>> = {
  '1.1.1': 'Non-text Content (A)',
  '1.3.1': 'Info and Relationships (A)',
  '1.3.2': 'Meaningful Sequence (A)',
  '1.3.3': 'Sensory Characteristics (A)',
  '1.3.4': 'Orientation (AA)',
  '1.3.5': 'Identify Input Purpose (AA)',
  '1.4.1': 'Use of Color (A)',
  '1.4.2': 'Audio Control (A)',
  '1.4.3': 'Contrast (Minimum) (AA)',
  '1.4.4': 'Resize Text (AA)',
  '1.4.5': 'Images of Text (AA)',
  '1.4.6': 'Contrast (Enhanced) (AAA)',
  '1.4.10': 'Reflow (AA)',
  '1.4.11': 'Non-text Contrast (AA)',
  '1.4.12': 'Text Spacing (AA)',
  '1.4.13': 'Content on Hover or Focus (AA)',
  '2.1.1': 'Keyboard (A)',
  '2.1.2': 'No Keyboard Trap (A)',
  '2.1.4': 'Character Key Shortcuts (A)',
  '2.2.1': 'Timing Adjustable (A)',
  '2.2.2': 'Pause, Stop, Hide (A)',
  '2.3.1': 'Three Flashes or Below Threshold (A)',
  '2.3.3': 'Animation from Interactions (AAA)',
  '2.4.1': 'Bypass Blocks (A)',
  '2.4.2': 'Page Titled (A)',
  '2.4.3': 'Focus Order (A)',
  '2.4.4': 'Link Purpose (In Context) (A)',
  '2.4.5': 'Multiple Ways (AA)',
  '2.4.6': 'Headings and Labels (AA)',
  '2.4.7': 'Focus Visible (AA)',
  '2.4.11': 'Focus Not Obscured (Minimum) (AA)',
  '2.5.3': 'Label in Name (A)',
  '2.5.8': 'Target Size (Minimum) (AA)',
  '3.1.1': 'Language of Page (A)',
  '3.1.2': 'Language of Parts (AA)',
  '3.1.5': 'Reading Level (AAA)',
  '3.2.3': 'Consistent Navigation (AA)',
  '3.2.4': 'Consistent Identification (AA)',
  '3.3.2': 'Labels or Instructions (A)',
  '4.1.2': 'Name, Role, Value (A)',
};

/** How a report names a criterion: `1.1.1 Non-text Content (A)`, `PDF/UA-1 7.3-1`, or nothing for a house rule. */
export function criterionName(criterion: string): string | undefined {
  if (criterion === 'HR') return undefined;
  if (criterion.startsWith('UA1 ')) return `PDF/UA-1 ${criterion.slice(4)}`;
  if (criterion.startsWith('UA2 ')) return `PDF/UA-2 ${criterion.slice(4)}`;
  if (criterion === 'CP') return 'clear print';
  const name = wcag[criterion];
  return name === undefined ? criterion : `${criterion} ${name}`;
}
