/** kernels/`name`.ts as the bytes of a WebAssembly module, the same bytes from the same sources. @throws Error with what the compiler says */
export function compileKernel(name: 'line' | 'shape' | 'content'): Promise<Uint8Array<ArrayBuffer>>;
