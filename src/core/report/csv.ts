// Tables as spreadsheets read and write them: RFC 4180, with a byte order mark, without which
// they take Chinese for another encoding. Reading takes what comes back from Excel and WPS too:
// tabs or semicolons between cells, any line end, cells quoted or not.

/** Rows as a file. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const cell = (value: string): string => (/[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Rows of a file; rows of nothing but blanks are left out. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const between = separatorOf(source);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = (): void => {
    row.push(cell);
    if (row.some((one) => one.trim() !== '')) rows.push(row);
    row = [];
    cell = '';
  };
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source.charAt(i + 1) === '"') cell += source.charAt(++i);
      else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (char === between) {
      row.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && source.charAt(i + 1) === '\n') i++;
      endRow();
    } else cell += char;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** What stands between the cells of the first line: most of comma, tab, semicolon. */
function separatorOf(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  const counts = [',', '\t', ';'].map((char) => [char, line.split(char).length] as const);
  return counts.toSorted((a, b) => b[1] - a[1])[0]![0];
}
