// Memory of a kernel, given out block by block from where its static data ends, in AssemblyScript: see line.ts for why.
// A block is never given back by itself; what came of a call stands in static data of the kernel's own.

let free: usize = __heap_base;

/** Gives all blocks back. */
export function reset(): void {
  free = __heap_base;
}

/** A block of memory; the memory as a whole may move. */
export function block(bytes: i32): usize {
  const at = (free + 15) & ~15;
  free = at + <usize>bytes;
  const end = <usize>memory.size() << 16;
  if (free > end) memory.grow(<i32>((free - end + 0xffff) >> 16));
  return at;
}
