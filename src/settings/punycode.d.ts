/** The package brings no types of its own; of this file the bundle takes only what is used. */
declare module 'punycode/punycode.es6.js' {
  export const toASCII: (name: string) => string;
}
