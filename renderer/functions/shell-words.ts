// Splits `argsOneLiner` of an exec plugin into arguments: quotes, backslashes and `#` comments as in a shell.
// Source: kustomize api/internal/plugins/execplugin/shlex.go

/** The words of a line; undefined when a quote is left open. */
export function shellWords(line: string): readonly string[] | undefined {
  const words: string[] = [];
  let word = "";
  let quote = "";
  let escaped = false;
  for (const character of line) {
    if (escaped) {
      word += character;
      escaped = false;
    } else if (character === "\\" && quote !== "'") escaped = true;
    else if (quote === "" && (character === "'" || character === '"')) quote = character;
    else if (character === quote) quote = "";
    else if (quote === "" && character === "#") break;
    else if (quote === "" && /\s/.test(character)) {
      if (word !== "") words.push(word);
      word = "";
    } else word += character;
  }
  if (quote !== "") return undefined;
  return word === "" ? words : [...words, word];
}
