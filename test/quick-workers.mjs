// What makes the workers of the unit tests quick: most of their time goes into make-ups, which call across modules some
// thousand million times. Measured on src/core/makeup/search/place.test.ts, CPU time: both together take off a third.

/** Newest V8 whose flags these are known to be (Node 24): a worker does not start with one that is unknown. As src/cli/tune-engine.ts has them. */
const KNOWN_V8 = 13;

/** Optimised late and with little inlining, as every function runs hot in some test; and room for what each try of a page throws away. */
const FLAGS = ['--interrupt-budget=300000', '--max-inlined-bytecode-size-cumulative=100', '--min-semi-space-size=32', '--max-semi-space-size=64'];

/** Flags of V8 for a worker; none where they might be unknown. */
export const quickFlags = Number.parseInt(process.versions.v8, 10) <= KNOWN_V8 ? FLAGS : [];

/**
 * A plugin of Vite. Vitest keeps what a module exports as getters of an object without a prototype, in which V8 looks
 * up every imported name by its hash. To be a prototype itself, once asked through, is what makes V8 give such an
 * object a shape (as https://github.com/sindresorhus/to-fast-properties does): then it takes in the getters, too.
 */
export const quickExports = {
  name: 'quick-exports',
  enforce: 'post',
  transform(code, id) {
    if (id.includes('/node_modules/') || !/\.tsx?$/.test(id.split('?', 1)[0])) return null;
    return { code: `${code}\n;{ const Heir = function () {}; Heir.prototype = __vite_ssr_exports__; const one = new Heir(); const ask = () => typeof one.any; ask(); ask(); ask(); }\n`, map: null };
  },
};
