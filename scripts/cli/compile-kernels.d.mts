/** kernels/`name`.ts as the bytes of a WebAssembly module, the same bytes from the same sources. @throws Error with what the compiler says */
export function compileKernel(name: 'line' | 'shape' | 'content' | 'page-text'): Promise<Uint8Array<ArrayBuffer>>;
