// Gives a worker the screen that is its own (vitest.e2e.config.ts), before any of its tests starts a program.
const screens = (process.env['BANXIN_SCREENS'] ?? '').split(',').filter((screen) => screen !== '');
const worker = Number(process.env['VITEST_POOL_ID'] ?? 1);
const own = screens[(worker - 1) % Math.max(1, screens.length)];
if (own !== undefined) process.env['DISPLAY'] = own;

export {};
