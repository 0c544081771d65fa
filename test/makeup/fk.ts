import { FAKE } from '../build-edition';
import { Typesetter } from '../../src/core/typeset';
import { editionOf } from './editions';
for (const seed of process.argv.slice(2).map(Number)) { const { pkg, edition } = editionOf(seed); const t = performance.now(); const all = new Typesetter(FAKE).propose(pkg, edition); console.log(seed, all.map(({ score, taboos }) => `${score} ${taboos.filter((x) => x.severity !== 'info').map(({ kind }) => kind).join('+')}`).join(' | '), Math.round(performance.now() - t)); }
