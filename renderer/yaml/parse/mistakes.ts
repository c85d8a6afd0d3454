// What is wrong with a text, in words that do not presuppose the YAML specification.

interface Mistake {
  readonly said: string;
  readonly help?: string;
}

const mistakes: Readonly<Record<string, Mistake>> = {
  BAD_INDENT: { said: "the indentation is wrong", help: "the fields of a map start in the same column" },
  TAB_AS_INDENT: { said: "a tab cannot indent", help: "indent with spaces" },
  MISSING_CHAR: {
    said: "a character is missing",
    help: "a quote or bracket is not closed, or a colon lacks its space",
  },
  MULTILINE_IMPLICIT_KEY: {
    said: "a key must stand on one line",
    help: "is a colon missing in the line before?",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    said: "a colon is not allowed here",
    help: "quote the text if the colon belongs to it",
  },
  BAD_SCALAR_START: { said: "a value cannot start with this character", help: "quote it" },
  BAD_DQ_ESCAPE: { said: "there is no such escape", help: "double the backslash, or use single quotes" },
  BLOCK_IN_FLOW: { said: "a block cannot stand in brackets", help: "write the value in brackets, too" },
  UNEXPECTED_TOKEN: {
    said: "this does not belong here",
    help: "a value ends with its line, or behind its closing quote or bracket",
  },
  KEY_OVER_1024_CHARS: { said: "a key is longer than 1024 characters" },
  MULTIPLE_ANCHORS: { said: "a value can have one anchor only" },
  MULTIPLE_TAGS: { said: "a value can have one tag only" },
  TAG_RESOLVE_FAILED: { said: "the tag is unknown" },
};

const templateHelp = "a template (`{{ … }}`, `{% … %}`) is filled in before the build, or stands in quotes";

/** What to do about a line that is a template rather than YAML. */
export function helpForTemplate(line: string): string | undefined {
  return /\{\{|\{%/.test(line) ? templateHelp : undefined;
}

/**
 * @param message  the parser's own words, for what is not in the table
 * @param line     where it went wrong
 */
export function explain(code: string, message: string, line: string): Mistake {
  const mistake = explainMessage(code, message);
  const help = helpForTemplate(line);
  return help ? { ...mistake, help } : mistake;
}

function explainMessage(code: string, message: string): Mistake {
  const known = mistakes[code];
  if (!known) return { said: message.split("\n")[0] ?? message };
  if (message.startsWith("Maximum call stack")) return { said: "values are nested too deeply" };
  const open = /Flow (?:map|sequence) .* end with a (\S)/.exec(message);
  if (open)
    return { said: `the closing ${open[1]} is missing`, help: "or what follows it is not indented enough" };
  const detail = /Missing closing (\S+)|Expected .*|Map keys must be unique/.exec(message);
  return detail?.[1] ? { ...known, said: `the closing ${detail[1]} is missing` } : known;
}
