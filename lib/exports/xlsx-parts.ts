// The fixed parts of a workbook.
import type { TableField } from "@/lib/domain/exchange/table";
import { escaped, lettersOf } from "./xlsx-cell";

export interface WorkbookPart {
  path: string;
  /** From the names of its sheets. */
  xml: (names: readonly string[]) => string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const each = (names: readonly string[], xml: (n: string, name: string) => string): string =>
  names.map((name, index) => xml(String(index + 1), name)).join("");

export const WORKBOOK_PARTS: readonly WorkbookPart[] = [
  {
    path: "[Content_Types].xml",
    xml: (names) =>
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each(names, (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
  },
  {
    path: "_rels/.rels",
    xml: () =>
      `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    path: "xl/workbook.xml",
    xml: (names) =>
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each(names, (n, name) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
  },
  {
    path: "xl/_rels/workbook.xml.rels",
    xml: (names) =>
      `${HEAD}<Relationships xmlns="${RELATIONS}">${each(names, (n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${String(names.length + 1)}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  },
  {
    path: "xl/styles.xml",
    // In this order: unchanged, names, days, moments, text.
    xml: () =>
      `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss.000"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${["0", "49", "164", "165", "49"].map((format, index) => `<xf numFmtId="${format}" fontId="${index === 1 ? "1" : "0"}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${index === 1 ? ' applyFont="1"' : ""}/>`).join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  },
];

/** A sheet up to its first row; the heading row stays in view. */
export function headXml(fields: readonly TableField[]): string {
  const cells = fields.map(
    ({ name }, index) =>
      `<c r="${lettersOf(index)}1" t="inlineStr" s="1"><is><t>${escaped(name)}</t></is></c>`,
  );
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="${String(fields.length)}" width="18" customWidth="1"/></cols><sheetData><row r="1">${cells.join("")}</row>`;
}

export const TAIL_XML = "</sheetData></worksheet>";

/** "pledges", "pledges 2": Excel allows names of up to 31 characters. */
export const sheetName = (name: string, part: number): string =>
  part === 1 ? name.slice(0, 31) : `${name.slice(0, 27)} ${String(part)}`;
