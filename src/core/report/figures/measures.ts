// What may stand behind a number and makes it a figure: units, and the measure words
// of counts (量词). Longest first where one begins another. The common measure words of
// Chinese, with those that reports of committees, congresses and governments make of
// nouns (村, 县, 标箱). A word that is not here costs nothing where the number is written in
// digits (find-figures.ts); a number in Han is told by it.

/** Units of measurement, money and share. 万 亿 千 百 before them belong to the unit as printed (亿元). */
export const UNITS: readonly string[] = [
  '个百分点', '百分点', '平方公里', '平方千米', '平方英里', '立方米', '平方米', '平方', '立方', '千瓦时', '公里', '千米', '厘米', '毫米', '微米', '纳米', '分米', '海里', '英里', '英寸', '英尺', '公顷', '公亩', '公斤', '千克', '毫克', '微克', '兆瓦时', '兆瓦', '吉瓦',
  '千瓦', '千伏安', '千伏', '马力', '大卡', '千卡', '兆赫', '赫兹', '兆比特', '人民币', '美元', '欧元', '港元', '港币', '日元', '英镑', '卢布', '元', '万吨', '吨', '克', '斤', '升', '毫升', '立升', '米', '亩', '小时', '分钟', '秒', '个月', '个季度', '个工作日', '工作日',
  '个自然日', '自然日', '天', '倍', '%', '％', '‰', '℃', '摄氏度', '度', '兆', '户次', 'km', 'kg', 'kW', 'MW', 'GW', 'GWh', 'kWh', 'MWh', 'TB', 'GB', 'MB', 'm²', 'm³', 'm', '㎡', '㎞', 'mm', 'cm', 'dB', 'mg', 'μg',
].toSorted((a, b) => b.length - a.length);

/** Measure words of things that are counted. */
export const MEASURES: readonly string[] = [
  ...'次件项个篇份人名位家场期条批户处座所间支类种幅部册本张辆台套颗棵株只头匹片栋幢层轮站起宗例门堂笔单道款组对队团枚面艘列架封则段首桌床盏口眼尊顶趟遍回字群帧集节包箱袋盆根块扇副束讲辑卷版档杯瓶桶成周剂校路羽尾丛分票方',
  ...'班拨餐茬顿发番挂管罐盒壶具客孔筐捆领缕胎坛滩潭通筒线炷锭驾针帖贴摊丸页盘垄畦折筛屉篮簇撮沓井田棚窖',
  ...'村县镇乡市区国省州旗盟街巷',
  '人次', '件次', '轮次', '批次', '场次', '车次', '架次', '班次', '台次', '户次', '款次', '宗次', '剂次', '届次', '频次', '艘次', '列次', '桌次', '篇次', '条次', '头次', '店次', '家次', '床位', '分贝', '课时', '学时', '学分', '公顷', '子项', '亿人', '人份', '标箱', '标准箱', '标准煤', '方面', '台套', '套次', '人日', '人天', '车道', '机位', '泊位', '学位', '席位', '席次', '工时', '工日', '社区', '街道', '部门', '单位',
].filter((word, i, all) => all.indexOf(word) === i).toSorted((a, b) => b.length - a.length);

/**
 * Measure words that count things one can put a finger on, so that two to ten of them, written in
 * Han, are a figure whatever noun follows; 个, 项 and 条 count thoughts as well (counted-words.ts).
 */
export const FIRM: readonly string[] = [
  ...'名位家座份支所本户首箱幅台套辆栋幢册间封笔篇件场次期批轮趟遍株棵颗匹艘架盏枚处例宗档款起卷帧羽尾剂桌柜尊袋盒瓶桶',
  '件次', '批次', '轮次', '场次', '人次', '户次', '台次', '架次', '班次', '车次', '篇次', '家次', '课时', '学时', '学分', '台套', '标箱', '泊位', '学位', '席位', '床位',
];

/** Measure words of thoughts and of things: what is counted tells. */
export const LOOSE: readonly string[] = [...'个项条类种张组道块讲部根门只粒片集辑版段堂节对副串股拨面层'];

/** Measure words that are words of their own as well: behind the noun alone (改编剧目三出). */
export const TRAILING: readonly string[] = [...'口眼顶把班餐朵幕盘票页句则回扇束团队曲局'];
