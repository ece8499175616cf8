/** Something the program does, offered in the search box. */
export interface Command {
  readonly id: string;
  /** In the language on screen. */
  readonly title: string;
  /** Other words people type for it: in the other language, in everyday terms. */
  readonly words: readonly string[];
  /** As pressed on this computer, such as `Ctrl+P`. */
  readonly keys?: string | undefined;
  /** For the open protocol, or anywhere: what is for here is offered before anything is typed. */
  readonly scope: 'here' | 'anywhere';
  readonly run: () => void;
}
