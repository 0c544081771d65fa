// A line of nothing but those who wrote a story: 本报记者　邵雨眠　程野. Its blanks part names and
// stay as they are typed; it is no row of a 名单 and no sentence. In: a text. Out: whether it is
// one. The bracket of a 电头 and a caption's credit are line/byline.ts's.

/** Han of any plane by their codes, and the point of a name: classes of Han are slow to compile. */
const LETTER = '[\\u3400-\\u9fff\\ud840-\\udfff·]';
const ROLE = '(?:本报|本刊|本台)?(?:全媒体|融媒体|特约|见习|实习|首席|驻站)*(?:记者|通讯员|评论员|撰稿人?)';
/** A name of two characters may be spread; 报道 or 摄 may stand behind the last. */
const BYLINE = new RegExp(`^[□■◎●○◆]?[ \\u3000]?(?:${ROLE}[ \\u3000]+(?:(?!${ROLE}(?:[ \\u3000]|$))(?:${LETTER}{2,8}|${LETTER}[ \\u3000]{1,2}${LETTER}(?!${LETTER})|摄)(?:[ \\u3000、]+|$))+)+$`);
const LONGEST = 60;
/** Characters in which its first role stands, with the blank behind it: spares nearly every paragraph the pattern. */
const FIRST_ROLE = 14;

/** Is the text a byline and nothing else (TYPESETTING 2.4)? Blanks part its names. */
export function isByline(text: string): boolean {
  if (text.length > LONGEST) return false;
  const first = text.slice(0, FIRST_ROLE);
  return (first.includes('记者') || first.includes('员') || first.includes('稿')) && BYLINE.test(text);
}
