// Words that belong to the number before them (T-05): a line break between a
// number and one of these is legal, for narrow columns need it, but costs as
// much as a visibly loose line. First characters only: `万人次` parts from its
// number where `万` does. From T-05 and the measure words of work reports.

/** 量词 and what else leans on a number: dates, units, 余 and 多. */
const AFTER_NUMBER =
  '年月日时分秒周天岁届次号期场轮批件项条份篇部章节款个名位人户家所处座栋间套台辆艘架张幅本册卷页字行段' +
  '级层类种组队支股对双把只头匹株棵根粒颗块片滴杯瓶箱袋包车趟遍回番倍成元角万亿千百十亩吨斤克里米公平立方毫厘' +
  '余多几来度届员代后点道门面起笔宗例班站线路镇乡村县市省国';

let after: Uint8Array | null = null;

function build(): Uint8Array {
  const t = new Uint8Array(0x10000);
  for (let i = 0; i < AFTER_NUMBER.length; i++) t[AFTER_NUMBER.charCodeAt(i)] = 1;
  t['第'.charCodeAt(0)] = 2;
  return t;
}

/** Bit 1: leans on a number before it. Bit 2: 第. Indexed by code unit; built on the first call. */
export function measureWordTable(): Uint8Array {
  return (after ??= build());
}

export const LEANS_ON_NUMBER = 1;
export const ORDINAL_PREFIX = 2;
