// What may stand behind a number and makes it a figure: units, and the measure words
// of counts (量词). Longest first where one begins another. Own list, made while reading
// reports of committees, congresses and governments; no standard lists them.

/** Units of measurement, money and share. 万 亿 千 百 before them belong to the unit as printed (亿元). */
export const UNITS: readonly string[] = [
  '个百分点', '百分点', '平方公里', '平方千米', '立方米', '平方米', '千瓦时', '公里', '千米', '厘米', '毫米', '公顷', '公斤', '千克', '毫克', '微克', '兆瓦', '吉瓦',
  '千瓦', '人民币', '美元', '欧元', '港元', '日元', '元', '万吨', '吨', '克', '斤', '升', '毫升', '米', '亩', '小时', '分钟', '秒', '个月', '个季度', '个工作日', '工作日',
  '天', '倍', '%', '％', '‰', '℃', '度', '兆', '户次', 'km', 'kg', 'kW', 'MW', 'GW', 'm²', '㎡', '㎞',
];

/** Measure words of things that are counted. */
export const MEASURES: readonly string[] = [
  '人次', '件次', '轮次', '批次', '分贝', '分', '场次', '车次', '架次', '班次', '台次', '课时', '学时', '学分', '票', '次', '件', '项', '个', '篇', '份', '人', '名', '位', '家', '场', '期', '条', '批', '户', '处', '座', '所',
  '间', '支', '类', '种', '幅', '部', '册', '本', '张', '辆', '台', '套', '颗', '棵', '株', '只', '头', '匹', '片', '栋', '幢', '层', '轮', '站', '起', '宗', '例', '门', '堂', '笔', '单',
  '道', '款', '组', '对', '队', '团', '枚', '面', '艘', '列', '架', '封', '则', '段', '首', '届次', '桌', '床', '盏', '口', '眼', '尊', '顶', '趟', '遍', '回', '字', '公顷', '群', '帧', '集', '款次', '节',
  '子项', '亿人', '宗次', '包', '箱', '袋', '盆', '根', '块', '扇', '副', '束', '村', '县', '镇', '乡', '市', '区', '国', '省', '州',
  '讲', '辑', '卷', '版', '档', '杯', '瓶', '桶', '成', '周', '剂', '剂次', '人份', '校', '标箱', '标准箱',
].toSorted((a, b) => b.length - a.length);
