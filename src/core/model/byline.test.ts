import { describe, expect, it } from 'vitest';
import { isByline } from './byline';

describe('a line of those who wrote a story', () => {
  it.each([
    '本报记者　邵雨眠　程野', '本报记者　季蓝', '记者 江一帆 通讯员 程　野　报道', '□ 本报记者　欧阳静', '全媒体记者　邵雨眠、程野', '本报记者　买买提·艾山　何晓棠', '本报评论员　江一帆',
    '本报记者　邵雨眠　程　野', '本报记者　𫍯一帆　程野', '记者　邵雨眠　程野　摄', '本报通讯员　邵雨眠',
  ])('%s', (text) => expect(isByline(text)).toBe(true));

  it.each([
    '', '本报记者', '本报记者从县政协获悉', '记者　从县政协获悉，今年将新增车位。', '江一帆　郭望晴　何晓棠　林致远', '本报讯（记者　江一帆　何晓棠）', '委员　江一帆', '采访团成员　江一帆', '记者：江一帆　编辑：许知南　审核：白露',
  ])('not %s', (text) => expect(isByline(text)).toBe(false));
});
