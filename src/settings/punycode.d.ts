/** The package brings no types of its own; by this path Node's deprecated module of the same name is not meant. */
declare module 'punycode/punycode.js' {
  const punycode: { readonly toASCII: (name: string) => string };
  export default punycode;
}
