/** What the pages may call on the server: the functions of src/main.ts, with the arguments that a page gives. */
import type { AddOn } from '../AddOn';
import type { Entry } from '../entry';
import type { Wish } from '../refresh/wish';
import type { PeriodPreset } from '../domain/period';
import type { SettingsView } from '../settings/Settings';

/** Settings as a form has them: plain values that the server checks; what is missing stays as it is. */
export type SettingsInput = {
  readonly [K in keyof SettingsView]?: K extends 'period' ? PeriodInput : Plain<SettingsView[K]>;
};

export interface PeriodInput {
  readonly preset: PeriodPreset;
  /** `YYYY-MM-DD` */
  readonly from: string | null;
  readonly to: string | null;
}

type Plain<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends readonly string[]
      ? readonly string[]
      : T;

export interface ServerFunctions {
  loadSettings(): ReturnType<AddOn['loadSettings']>;
  saveSettings(settings: SettingsInput): ReturnType<AddOn['saveSettings']>;
  testConnection(settings: SettingsInput): ReturnType<AddOn['testConnection']>;
  startRefresh(wish: Wish): ReturnType<AddOn['startFromPage']>;
  getProgress(): ReturnType<AddOn['progress']>;
  cancelRefresh(): ReturnType<AddOn['cancel']>;
  getStatus(): ReturnType<AddOn['status']>;
  showNotes(): ReturnType<AddOn['showNotes']>;
  clearCache(): ReturnType<Entry['clearCache']>;
}
