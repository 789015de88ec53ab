"""Opens a workbook and saves it without any value of a formula, after edits of cells; prints what it holds.

edit.py IN OUT [SHEET!CELL=VALUE ...]: a value that is a number becomes one.
"""
import sys
import warnings

import openpyxl

warnings.simplefilter("error")
source, target, *edits = sys.argv[1:]
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
print(len(book.sheetnames), formulas, tables, lists, marks)
