// The order of elements that the standard asks for (ISO/IEC 29500-1, annex A: wml.xsd,
// the xsd:sequence of each type), as a table, and a checker. Word repairs or refuses a
// file whose elements are in another order; no other program minds, so nothing but a
// table shows it. Types whose content is a choice (a paragraph's runs, a body) are
// checked for what comes first or last only. An element that the table does not know
// inside a known parent is an error: a typing mistake would be silent otherwise.
import type { XmlElement } from '../../src/docx/read/xml-tree';
import { elementsOf } from '../../src/docx/read/xml-tree';

const words = (text: string): readonly string[] => text.trim().split(/\s+/).map((word) => (word.includes(':') ? word : `w:${word}`));

/** CT_PPrBase, then rPr, sectPr, pPrChange of CT_PPr. */
const P_PR = words(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap
  overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection
  textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange`);

/** EG_RPrBase in the order in which Word writes and its validator asks for it. */
const R_PR = words(`rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern
  position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange`);

const BORDERS = words('top left start bottom right end insideH insideV tl2br tr2bl');

/** By parent: its children, each at its place or not there. */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': P_PR,
  'w:rPr': R_PR,
  'w:sectPr': words(`headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg
    textDirection bidi rtlGutter docGrid printerSettings sectPrChange`),
  'w:tbl': words('bookmarkStart bookmarkEnd tblPr tblGrid tr'),
  'w:tblPr': words('tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription'),
  'w:tblBorders': BORDERS,
  'w:tblCellMar': BORDERS,
  'w:pBdr': words('top left bottom right between bar'),
  'w:tblGrid': words('gridCol'),
  'w:tr': words('tblPrEx trPr tc'),
  'w:tcPr': words('cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'),
  'w:numPr': words('ilvl numId ins'),
  'w:numbering': words('numPicBullet abstractNum num numIdMacAtCleanup'),
  'w:abstractNum': words('nsid multiLevelType tmpl name styleLink numStyleLink lvl'),
  'w:lvl': words('start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr'),
  'w:num': words('abstractNumId lvlOverride'),
  'w:styles': words('docDefaults latentStyles style'),
  'w:docDefaults': words('rPrDefault pPrDefault'),
  'w:style': words('name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr'),
  'w:settings': words(`writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText
    printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
    bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter
    stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme
    styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle
    evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery
    displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning
    characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml
    ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace
    updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids m:mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats
    doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator`),
  'w:compat': words(`useSingleBorderforContiguousCells wpJustification noTabHangInd noLeading spaceForUL noColumnBalance balanceSingleByteDoubleByteWidth noExtraLineSpacing
    doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn spacingInWholePoints lineWrapLikeWord6 printBodyTextBeforeHeader printColBlack wpSpaceWidth showBreaksInFrames
    subFontBySize suppressBottomSpacing suppressTopSpacing suppressSpacingAtTopOfPage suppressTopSpacingWP suppressSpBfAfterPgBrk swapBordersFacingPages convMailMergeEsc
    truncateFontHeightsLikeWP6 mwSmallCaps usePrinterMetrics doNotSuppressParagraphBorders wrapTrailSpaces footnoteLayoutLikeWW8 shapeLayoutLikeWW8 alignTablesRowByRow
    forgetLastTabAlignment adjustLineHeightInTable autoSpaceLikeWord95 noSpaceRaiseLower doNotUseHTMLParagraphAutoSpacing layoutRawTableWidth layoutTableRowsApart
    useWord97LineBreakRules doNotBreakWrappedTables doNotSnapToGridInCell selectFldWithFirstOrLastChar applyBreakingRules doNotWrapTextWithPunct doNotUseEastAsianBreakRules
    useWord2002TableStyleRules growAutofit useFELayout useNormalStyleForList doNotUseIndentAsNumberingTabStop useAltKinsokuLineBreakRules allowSpaceOfSameStyleInTable
    doNotSuppressIndentation doNotAutofitConstrainedTables autofitToFirstFixedWidthCell underlineTabInNumList displayHangulFixedWidth splitPgBreakAndParaMark
    doNotVertAlignCellWithSp doNotBreakConstrainedForcedTable doNotVertAlignInTxbx useAnsiKerningPairs cachedColBalance compatSetting`),
  'w:font': words('altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic'),
  'w:fonts': words('font'),
  'w:sdt': words('sdtPr sdtEndPr sdtContent'),
  'w:sdtPr': words(`rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex w15:appearance equation comboBox date docPartObj docPartList dropDownList
    picture richText text citation group bibliography`),
  'w:comments': words('comment'),
};

/** Parents of a free content whose first child, if it is there at all, is this. */
const FIRST: Readonly<Record<string, string>> = { 'w:p': 'w:pPr', 'w:r': 'w:rPr', 'w:tc': 'w:tcPr' };

/** Every place where the order is not the standard's, as sentences; none: the part is in order. */
export function orderFaults(root: XmlElement): string[] {
  const faults: string[] = [];
  const walk = (parent: XmlElement): void => {
    const children = elementsOf(parent);
    const sequence = SEQUENCES[parent.name];
    let last = -1;
    for (const [index, { name }] of children.entries()) {
      if (sequence !== undefined) {
        const at = sequence.indexOf(name);
        if (at < 0) faults.push(`${parent.name} holds ${name}, which it may not`);
        // headerReference and footerReference are one choice, in any order.
        else if (at < last && !(parent.name === 'w:sectPr' && at < 2 && last < 2)) faults.push(`${name} stands behind ${sequence[last]} in ${parent.name}`);
        last = Math.max(last, at);
      }
      if (FIRST[parent.name] === name && index > 0) faults.push(`${name} is not first in ${parent.name}`);
      if (parent.name === 'w:body' && name === 'w:sectPr' && index < children.length - 1) faults.push('w:sectPr is not last in w:body');
    }
    if (parent.name === 'w:tc' && children.at(-1)?.name !== 'w:p') faults.push('a cell does not end with a paragraph');
    children.forEach(walk);
  };
  walk(root);
  return faults;
}
