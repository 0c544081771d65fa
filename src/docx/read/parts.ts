// The zip of a Word file → its parts, found as the standard has it: by relations,
// never by a fixed path (other programs name them otherwise). The zip reader is the
// package's own strict one (core/model/zip-archive.ts) with smaller limits; XML is
// parsed when it is asked for. What a relation names and the file lacks is told
// (`missing`); only a file without its document cannot be read.
import { createHash } from 'node:crypto';
import { PackageFileError, readArchive, type ArchiveLimits } from '../../core/model/zip-archive';
import { DocxError, SAVE_AS_DOCX } from './docx-error';
import { childrenOf, parseXml, type XmlElement } from './xml-tree';

const MIB = 1 << 20;

/** A report with a few photographs is 20 MiB; XML inflates tenfold. */
const DOCX_LIMITS: ArchiveLimits = { entries: 5_000, bytes: 256 * MIB, ratio: 200, freeBytes: 24 * MIB };

/** The longest report's document part has 2 MiB; a book of a million characters 30. */
const LARGEST_XML = 40 * MIB;

export interface Relation {
  readonly id: string;
  /** The last word of its type: styles, footnotes, image… */
  readonly type: string;
  /** A part's name, or a URL where `external`. */
  readonly target: string;
  readonly external: boolean;
}

export class Parts {
  private readonly files = new Map<string, Uint8Array>();
  private readonly trees = new Map<string, XmlElement>();
  private xmlBytes = 0;
  /** Parts that are named and not there, or cannot be read, in the order they were asked for. */
  readonly missing: string[] = [];

  /** @throws DocxError `docx-damaged`, `docx-encrypted`, `docx-too-large`. */
  constructor(bytes: Uint8Array) {
    for (const [name, data] of unzip(bytes)) this.files.set(name.replaceAll('\\', '/').replace(/^\//, ''), data);
  }

  bytes(name: string): Uint8Array | undefined {
    return this.files.get(name) ?? this.files.get([...this.files.keys()].find((other) => other.toLowerCase() === name.toLowerCase()) ?? name);
  }

  /** The tree of a part. @throws DocxError where it is not there or cannot be read. */
  tree(name: string): XmlElement {
    const known = this.trees.get(name);
    if (known !== undefined) return known;
    const bytes = this.bytes(name);
    if (bytes === undefined) throw new DocxError('docx-damaged', `文件里缺少正文（${name}），读不出来。${SAVE_AS_DOCX}`);
    this.xmlBytes += bytes.length;
    if (this.xmlBytes > LARGEST_XML) throw new DocxError('docx-too-large', `文件的文字部分展开后超过 ${LARGEST_XML / MIB} MB，没有读它。请拆成几个文件再导入。`);
    const tree = parseXml(decodeXml(bytes), name);
    this.trees.set(name, tree);
    return tree;
  }

  /** A part beside the document: one that is missing or damaged is told and left out; limits and unsafe content are not. */
  optional(name: string): XmlElement | undefined {
    if (this.missing.includes(name)) return undefined;
    try {
      return this.tree(name);
    } catch (error) {
      if (!(error instanceof DocxError) || error.code !== 'docx-damaged') throw error;
      this.missing.push(name);
      return undefined;
    }
  }

  /** Relations of a part ('' for the package itself), by id. */
  relations(part: string): ReadonlyMap<string, Relation> {
    const slash = part.lastIndexOf('/');
    const folder = part.slice(0, slash + 1);
    const name = `${folder}_rels/${part.slice(slash + 1)}.rels`;
    const found = new Map<string, Relation>();
    if (this.bytes(name) === undefined) return found;
    for (const element of childrenOf(this.optional(name), 'rel:Relationship')) {
      const id = element.attributes.get('Id') ?? '';
      const external = element.attributes.get('TargetMode') === 'External';
      const target = element.attributes.get('Target') ?? '';
      const type = (element.attributes.get('Type') ?? '').split('/').at(-1) ?? '';
      found.set(id, { id, type, external, target: external ? target : resolve(folder, target) });
    }
    return found;
  }

  /** Name of the main document. @throws DocxError where the file holds none. */
  documentName(): string {
    const named = [...this.relations('').values()].find(({ type, external }) => type === 'officeDocument' && !external)?.target;
    // Files mended by hand or cut by a mail gateway lose their relations; the usual place is tried.
    for (const name of [named, 'word/document.xml']) if (name !== undefined && this.bytes(name) !== undefined) return name;
    throw new DocxError('docx-damaged', `这不是 Word 文档，或文件已损坏（里面没有正文）。${SAVE_AS_DOCX}`);
  }

  /** Name under which a picture is kept in a package (DESIGN, "The file"). */
  static assetName(name: string, bytes: Uint8Array): string {
    const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin';
    return `${createHash('sha256').update(bytes).digest('hex')}.${extension}`;
  }
}

/** `../media/image1.png` beside `word/` → `media/image1.png`; a target that climbs out of the file stays at its root. */
function resolve(folder: string, target: string): string {
  const steps: string[] = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function unzip(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return readArchive(bytes, DOCX_LIMITS);
  } catch (error) {
    if (!(error instanceof PackageFileError)) throw error;
    switch (error.code) {
      case 'package-too-large': throw new DocxError('docx-too-large', '文件展开后太大，或压缩比异常，没有读它。请在 Word 或 WPS 里压缩图片、拆成几个文件再导入。');
      case 'package-encrypted': throw new DocxError('docx-encrypted', ENCRYPTED);
      case 'package-truncated': throw new DocxError('docx-damaged', `文件没有写完或没有传完（缺少结尾），读不出来。请重新取得这个文件；如果 Word 或 WPS 还能打开它，请另存为 Word 文档（.docx），再导入。`);
      case 'package-damaged':
      case 'package-invalid': throw new DocxError('docx-damaged', `文件已损坏，读不出来。${SAVE_AS_DOCX}`);
    }
  }
}

/** Said of every encrypted file, old or new. */
export const ENCRYPTED = '文件加了打开密码，不能读。请用 Word 或 WPS 输入密码打开，去掉密码（文件 › 信息 › 保护文档）另存为 Word 文档（.docx），再导入。';

/** XML bytes as text: UTF-8, or UTF-16 by its mark; what is neither is not well-formed and shows so. */
function decodeXml(bytes: Uint8Array): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) ? 'utf-16le' : (bytes[0] === 0xfe && bytes[1] === 0xff) ? 'utf-16be' : 'utf-8';
  return new TextDecoder(wide).decode(bytes);
}
