// A story's headline whose one sentence stands on two lines (政协云岭市第六届委员会 /
// 第四次会议胜利闭幕): who, and below it what took place. Neither line is a headline by
// itself, and the first must not go to the story above. In: two lines without blanks. No
// 引题 and 副题, which say a thing of their own (head-fields.ts).

/** What took place, and nothing else: 火热启幕. */
const TOOK_PLACE = /^(?:今天|今日|昨天|昨日|正式|隆重|胜利|圆满|顺利|成功|火热|盛大|如期|即将|明日|今起){0,2}(?:在[\u4e00-\u9fff]{2,10})?(?:启幕|开幕|闭幕|落幕|开赛|收官|启动|举行|召开|开班|开讲|开馆|揭牌|挂牌|成立|结束|开工|竣工|通车|投用|投运|启用|上线|亮相|开园|开业|开通|交付|封顶|合龙|开营|开庭|签约)$/;
/** A meeting of the body above: 第五次会议隆重开幕, 十届五次会议举行第二次大会. */
const ITS_MEETING = /^(?:第[一二三四五六七八九十\d]{1,3}|[一二三四五六七八九十\d]{1,3}届[一二三四五六七八九十\d]{1,3})次(?:全体|常委会|常务委员会)?会议[^，。；：]{0,16}(?:开幕|闭幕|举行|召开|大会|结束|会议)$/;
/** What the body above did. */
const DID = /^(?:与[^，。]{2,16})?(?:签署|签订|签约|启动|召开|举行|举办|开展|发布|印发|出台|荣获|获评|获得|入选|走访|慰问|看望|视察|考察|调研|部署|推进|推出|组织|建成|完成|通过|审议|听取|传达|学习|专题|集中|集体|深入|喜获|再获|跻身|走进|进驻|助力|助推|打造|赋能|推动|加快|提升|强化|筑牢|护航|擦亮|激活|织密|创新|探索|持续|当好|做好|做实|赴|向|为|在)[^，。；：]{2,22}$/;
const BODY = /(?:委员会|常委会|会议|大会|人民政府|县政府|市政府|区政府|政协|人大|法院|检察院|科院|学院|大学|医院|研究院|总工会|工商联|联合会|妇联|团委|协会|学会|中心|公司|集团|[省市县区州盟旗].{0,16}[局厅部])$/;

/** Is the second line the rest of the first one's sentence? */
export function isOneHeadline(first: string, second: string): boolean {
  if (first.length < 4 || first.length > 30 || second.length > 30 || /[，。；：！？]|^[—（(【●★■◆]/.test(first)) return false;
  if (ITS_MEETING.test(second)) return /(?:委员会|大会|政协|人大)$/.test(first);
  if (TOOK_PLACE.test(second)) return /[\u4e00-\u9fff”》]$/.test(first) && !TAKES_PLACE.test(first);
  // 让协商民主之花 / 在基层绽放: an object without its verb.
  if (/^(?:让|把|使|将)[\u4e00-\u9fff“”]{3,11}$/.test(first)) return /^(?:在|向|更|落|走|飞|融|转|变|成|绽|开|结|生|传|讲|写|建|做)[\u4e00-\u9fff“”]{2,11}$/.test(second);
  return BODY.test(first) && !TAKES_PLACE.test(first) && DID.test(second);
}

/** The first line tells an event already. */
const TAKES_PLACE = /开幕|闭幕|召开|举行|启动|启幕|落幕/;
