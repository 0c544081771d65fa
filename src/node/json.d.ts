// JSON of resources/ lies outside every project, so the compiler may not type it
// by its content (TS6059): it comes as unknown, and presets.ts says what it is.
declare module '*.json' {
  const value: unknown;
  export default value;
}
