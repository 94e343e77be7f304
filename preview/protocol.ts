/** What the preview's thread, server and page tell each other. Types only: the page runs in a browser. */

export type PersonName = 'owner' | 'colleague' | 'viewer';
export type Form = 'bound' | 'addOn';
export type GenerationName = 'old' | 'mid' | 'new';
export type InvoicesName = 'demo' | 'odd' | 'hostile';
export type FaultName =
  | 'none'
  | 'denied'
  | 'rateLimit'
  | 'revoked'
  | 'badGateway'
  | 'brokenJson'
  | 'slow'
  | 'crawl'
  | 'hang'
  | 'reset';

/** One of the script's four scopes, by what it is for. */
export type ScopeName = 'spreadsheet' | 'requests' | 'pages' | 'triggers';

/** What a person at the preview chooses; it outlives the spreadsheet. */
export interface Switches {
  readonly form: Form;
  readonly generation: GenerationName;
  /** `demo`: an everyday company's; `odd`: every odd case; `hostile`: texts that are scripts; a number: that many alike. */
  readonly invoices: InvoicesName | number;
  /** Virtual milliseconds in a real one. */
  readonly speed: number;
  readonly fault: FaultName;
}

/**
 * What `POST /control` takes, each entry on its own or together with others. They are carried out in this order,
 * as the person `user`.
 */
export interface Control extends Partial<Switches> {
  /** The owner unless told otherwise. */
  readonly user?: PersonName;
  /** Starts over; another `form` does so too. What runs is ended. */
  readonly newSpreadsheet?: true;
  /**
   * Milliseconds that go by, 32 days at most, or all until the morning of the next month's first day, once nothing
   * runs any more: clock triggers fire.
   */
  readonly passTime?: number | 'nextMonth';
  readonly revokeConsent?: PersonName;
  readonly grantConsent?: PersonName;
  /** The person of `user` takes this one back. */
  readonly withdrawScope?: ScopeName;
  /** Ticks all that Google asks for, or closes its window without. */
  readonly answerConsent?: boolean;
  /** A link of a page, which Google would open. */
  readonly follow?: string;
  /** Opens the spreadsheet: the menu is built. */
  readonly open?: true;
  /** Closes the spreadsheet and opens it again: what was shown is gone, and what `onOpen` says is said again. */
  readonly reopen?: true;
  /** Google silently stops the triggers that there are, or fires them again; new ones fire. */
  readonly stopTriggers?: boolean;
  /** Captions from the menu's name down to the item. */
  readonly click?: readonly string[];
  readonly close?: Place;
  /** The number of an alert. */
  readonly closeAlert?: number;
  /** Types into a cell, as a person would. */
  readonly edit?: { readonly sheet: string; readonly cell: string; readonly text: string };
  /** «Вставка» → «Флажок» in a cell or a range, by its A1 name. */
  readonly insertCheckbox?: { readonly sheet: string; readonly cell: string };
  readonly insertNote?: { readonly sheet: string; readonly cell: string; readonly text: string };
  /** `color`: `#rrggbb` */
  readonly fill?: { readonly sheet: string; readonly cell: string; readonly color: string };
  readonly addSheet?: string;
  readonly renameSheet?: { readonly sheet: string; readonly to: string };
  readonly hideSheet?: string;
  readonly deleteSheet?: string;
}

export interface PreviewState {
  /** Grows with every new spreadsheet. */
  readonly world: number;
  /** Grows with every change of a cell, a look or a sheet. */
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly switches: Switches;
  readonly webhookUrl: string;
  readonly title: string;
  readonly sheets: readonly SheetTab[];
  readonly people: Readonly<Record<PersonName, PersonView>>;
  readonly toasts: readonly Toast[];
  readonly alerts: readonly Alert[];
  /** The latest last. */
  readonly executions: readonly ExecutionView[];
  readonly triggers: readonly TriggerView[];
}

/** What `GET /state` gives. */
export interface FullState extends Omit<PreviewState, 'sheets'> {
  /** `cells`: what each cell that is not empty shows, by its A1 name. */
  readonly sheets: readonly (SheetTab & { readonly cells: Readonly<Record<string, string>> })[];
}

export interface SheetTab {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
}

export interface PersonView {
  readonly email: string;
  readonly mayEdit: boolean;
  readonly hasConsent: boolean;
  readonly missingScopes: readonly ScopeName[];
  /** What Google asks the person to allow just now. */
  readonly consentPrompt: readonly ScopeName[] | null;
  readonly menus: readonly MenuItem[];
  readonly sidebar: ShownView | null;
  readonly dialog: ShownView | null;
  /** The sheet that a script brought before this person last; `number` grows each time. */
  readonly activated: { readonly id: number; readonly number: number };
  /** A function of the menu is running for this person. */
  readonly isBusy: boolean;
}

export interface MenuItem {
  /** `''` for a separator. */
  readonly caption: string;
  readonly items: readonly MenuItem[];
}

export interface ShownView {
  /** Another one each time a page is shown. */
  readonly id: number;
  readonly title: string;
}

export interface Toast {
  readonly id: number;
  readonly person: PersonName;
  readonly title: string;
  readonly message: string;
}

export interface Alert {
  readonly id: number;
  readonly person: PersonName;
  readonly title: string;
  readonly text: string;
  readonly isOpen: boolean;
}

export interface ExecutionView {
  readonly id: number;
  readonly function: string;
  readonly person: PersonName;
  readonly via: string;
  /** Milliseconds since 1970; `finishedAt` is null while it runs. */
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly outcome: 'returned' | 'threw' | 'killed' | null;
  readonly error: string | null;
  readonly log: readonly { readonly severity: string; readonly message: string }[];
  /** To the portal, in their order. */
  readonly requests: readonly { readonly method: string; readonly answer: string }[];
}

export interface TriggerView {
  readonly person: PersonName;
  readonly function: string;
  /** Milliseconds since 1970; null for one that does not fire any more. */
  readonly nextAt: number | null;
}

/** What a call of `google.script.run` brings. */
export type CallAnswer =
  { readonly value?: unknown } | { readonly failure: { readonly name: string; readonly message: string } };

export type Place = 'sidebar' | 'dialog';

/** Files of both forms of the project, by name. */
export type Projects = Readonly<Record<Form, Readonly<Record<string, string>>>>;

/** A question of the server to the thread. */
export type Ask =
  | { readonly kind: 'control'; readonly change: unknown }
  | {
      readonly kind: 'call';
      readonly person: PersonName;
      readonly name: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'state' }
  | { readonly kind: 'sheet'; readonly id: number }
  | { readonly kind: 'page'; readonly person: PersonName; readonly place: Place }
  | { readonly kind: 'projects'; readonly projects: Projects };

export interface Letter {
  readonly id: number;
  readonly ask: Ask;
}

/** What the thread sends: an answer to a letter, or the state after a change. */
export type Reply =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly id: number; readonly message: string }
  | { readonly kind: 'state'; readonly state: PreviewState };

export interface ThreadOptions {
  readonly projects: Projects;
  readonly switches: Switches;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Time stands still while nothing runs. */
  readonly restsWhenIdle: boolean;
}
