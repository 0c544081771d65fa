// Our Word files through LibreOffice (npm run test:docx): it takes seconds a file and is no part of npm test.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'test/temporary-folder.ts',
    include: ['test/docx/**/*.lo.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
