"""Answers requests, one line of JSON each: [operation, arguments...] on stdin, {"result": ...} or {"error": ...} on stdout."""

import json
import sys

import sqlglot


def statements(text, dialect, is_hostile):
    """The statements of a script. Ours end with a semicolon and a line end; where texts may hold those too, a tokenizer finds the ends."""
    if not is_hostile:
        parts = text.split(";\n")
    else:
        ends = [token.end for token in sqlglot.tokenize(text, read=dialect) if token.text == ";" and token.token_type.name == "SEMICOLON"]
        parts = [text[start:end] for start, end in zip([0, *(end + 1 for end in ends)], [*ends, len(text)])]
    return [one for one in parts if any(line.strip() and not line.startswith("--") for line in one.split("\n"))]


def serve(operations):
    for line in sys.stdin:
        name, *args = json.loads(line)
        try:
            answer = {"result": operations[name](*args)}
        except Exception as error:  # noqa: BLE001
            answer = {"error": str(error)}
        print(json.dumps(answer), flush=True)
