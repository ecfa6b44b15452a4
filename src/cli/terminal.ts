/** The terminal as the commands see it, so that they can be tested without one. */

/** Where a command writes, and what that place can show. */
export interface Terminal {
  /** Results: what a person or another program asked for. */
  readonly out: (text: string) => void;
  /** Progress and complaints. */
  readonly err: (text: string) => void;
  readonly colour: boolean;
  /** Whether a person sits there: progress may redraw, questions may be asked. */
  readonly interactive: boolean;
  /** Asks a question that is answered by yes or no; only called when interactive. */
  readonly confirm: (question: string) => Promise<boolean>;
}
