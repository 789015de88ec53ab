"""Opens a workbook, edits cells and saves it; prints what it held: sheets, formulas, their values, tables, lists and marks.

edit.py IN OUT [SHEET!CELL=VALUE ...]: a value that is a number becomes one.
"""
import re
import sys
import warnings
import zipfile

import openpyxl
from openpyxl.formula.translate import Translator

warnings.simplefilter("error")


def translate(self, place):
    """A shared formula in another row: its references are to cells of the same row. openpyxl's own way takes minutes for many tickets."""
    if "parts" not in self.__dict__:
        self.parts = re.split(rf"(?<=[A-Z]){self.row}(?![0-9])", self.tokenizer.formula)
    return place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ").join(self.parts)


source, target, *edits = sys.argv[1:]
with zipfile.ZipFile(source) as parts:
    if parts.testzip() is not None:
        raise SystemExit("the file is damaged")
    values = sum(len(re.findall(rb"</f><v>|<f[^>]*/><v>", parts.read(name))) for name in parts.namelist())
shared = openpyxl.load_workbook(source, read_only=True)["Tickets"]
whole = Translator(shared.cell(2, 8).value, "H2").translate_formula("H3")
Translator.translate_formula = translate
if Translator(shared.cell(2, 8).value, "H2").translate_formula("H3") != whole:
    raise SystemExit("a formula is not that of openpyxl's own translator")
book = openpyxl.load_workbook(source)
for edit in edits:
    place, value = edit.split("=", 1)
    sheet, cell = place.split("!")
    try:
        book[sheet][cell] = float(value)
    except ValueError:
        book[sheet][cell] = value
formulas = sum(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)
tables = sum(len(sheet.tables) for sheet in book)
lists = sum(len(sheet.data_validations.dataValidation) for sheet in book)
marks = sum(len(list(sheet.conditional_formatting)) for sheet in book)
book.save(target)
print(len(book.sheetnames), formulas, values, tables, lists, marks)
