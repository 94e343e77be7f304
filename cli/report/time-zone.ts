/** Presets are periods of this zone on the command line, and today is its day. */
export const TIME_ZONE = 'Europe/Moscow';
