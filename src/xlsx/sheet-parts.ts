/**
 * What follows the rows of a sheet, in the order of the standard: conditions that mark cells, checks of what people type, and how the
 * sheet is printed.
 */
import { type Mark, marks } from "./styles.js";
import { escapeXml } from "./workbook.js";

/** Cells whose value is a text, or that meet a formula, are marked. */
export interface Condition {
  readonly cells: string;
  readonly mark: Mark;
  readonly is: { readonly text: string } | { readonly formula: string };
}

/** A list to choose from: another value is warned of, and accepted. */
export interface Validation {
  readonly cells: string;
  /** A range with the values, or its name. */
  readonly list: string;
  readonly title: string;
  readonly message: string;
}

export interface SheetParts {
  readonly autoFilter?: string;
  readonly conditions?: readonly Condition[];
  /** Bars for the shares in these cells. */
  readonly bars?: string;
  readonly validations?: readonly Validation[];
  readonly orientation?: "portrait" | "landscape";
  /** At the foot of each page, besides its number. */
  readonly footer?: string;
  /** Calculated columns whose cells name other cells than the table's formula does. */
  readonly calculatedCells?: string;
}

export function sheetPartsXml(parts: SheetParts): string {
  const { autoFilter, conditions = [], bars, validations = [], orientation = "landscape", footer = "" } = parts;
  return [
    autoFilter === undefined ? "" : `<autoFilter ref="${autoFilter}"/>`,
    ...conditions.map(conditionXml),
    bars === undefined ? "" : barsXml(bars, conditions.length + 1),
    validations.length === 0
      ? ""
      : `<dataValidations count="${validations.length}">${validations.map(validationXml).join("")}</dataValidations>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>${escapeXml(`&L${footer.replaceAll("&", "&&")}&R&P / &N`)}</oddFooter></headerFooter>`,
    parts.calculatedCells === undefined
      ? ""
      : `<ignoredErrors><ignoredError sqref="${parts.calculatedCells}" calculatedColumn="1"/></ignoredErrors>`,
  ].join("");
}

function conditionXml({ cells, mark, is }: Condition, i: number): string {
  const start = `<conditionalFormatting sqref="${cells}"><cfRule dxfId="${marks[mark]}" priority="${i + 1}"`;
  const rule =
    "text" in is
      ? ` type="cellIs" operator="equal"><formula>"${escapeXml(is.text)}"</formula>`
      : ` type="expression"><formula>${escapeXml(is.formula)}</formula>`;
  return `${start}${rule}</cfRule></conditionalFormatting>`;
}

function barsXml(cells: string, priority: number): string {
  return `<conditionalFormatting sqref="${cells}"><cfRule type="dataBar" priority="${priority}"><dataBar><cfvo type="num" val="0"/><cfvo type="num" val="1"/><color rgb="FFA9C4E4"/></dataBar></cfRule></conditionalFormatting>`;
}

function validationXml({ cells, list, title, message }: Validation): string {
  return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" errorTitle="${escapeXml(title)}" error="${escapeXml(message)}" sqref="${cells}"><formula1>${escapeXml(list)}</formula1></dataValidation>`;
}
