// settings.xml and the properties: what Word must know before it sets a line. Mirrored
// margins and two footers (GB/T 9704), the flags that a Chinese Word writes itself
// (half-width digits balanced, no stretched lines before a break), mode 15. No clock
// in it: dates are the meeting's.
import { element, escapeXml, valued } from './xml';

/** settings.xml's root. */
export function settings(options: { readonly mirrored: boolean; readonly squeezed: boolean }, namespaces: Readonly<Record<string, string>>): string {
  const compatibility = [['compatibilityMode', 15], ['overrideTableStyleFontSizeAndJustification', 1], ['enableOpenTypeFeatures', 1], ['doNotFlipMirrorIndents', 1], ['differentiateMultirowTableHeaders', 1], ['useWord2013TrackBottomHyphenation', 0]] as const;
  return element('w:settings', namespaces,
    element('w:zoom', { 'w:percent': 100 }),
    options.mirrored ? '<w:mirrorMargins/>' : '',
    valued('w:defaultTabStop', 420),
    options.mirrored ? '<w:evenAndOddHeaders/>' : '',
    valued('w:drawingGridVerticalSpacing', 156), valued('w:displayHorizontalDrawingGridEvery', 0), valued('w:displayVerticalDrawingGridEvery', 2),
    valued('w:characterSpacingControl', options.squeezed ? 'compressPunctuation' : 'doNotCompress'),
    element('w:compat', {}, '<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>',
      ...compatibility.map(([name, value]) => element('w:compatSetting', { 'w:name': name, 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': value }))),
    element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
    valued('w:decimalSymbol', '.'), valued('w:listSeparator', ','));
}

/** docProps/core.xml's root. `date` ISO day or null: no dates. */
export function coreProperties(title: string, creator: string, date: string | null): string {
  const when = date === null ? [] : ['created', 'modified'].map((name) => element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, `${date}T00:00:00Z`));
  return element('cp:coreProperties', {
    'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'xmlns:dc': 'http://purl.org/dc/elements/1.1/', 'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  }, text('dc:title', title), text('dc:creator', creator), text('cp:lastModifiedBy', creator), text('dc:language', 'zh-CN'), ...when);
}

/** docProps/app.xml's root. */
export function appProperties(company: string): string {
  return element('Properties', { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' }, text('Application', 'Banxin'), text('DocSecurity', '0'), text('Company', company), text('AppVersion', '1.0000'));
}

function text(name: string, value: string): string {
  return value === '' ? '' : element(name, {}, escapeXml(value));
}
