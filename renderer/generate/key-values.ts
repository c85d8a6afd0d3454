// The sources of generated data: literals, files and env files, as bytes with the place each value stands at.
import { posix } from "node:path";
import type { Place } from "../diagnostics/location.ts";
import type { BuildContext } from "../load/context.ts";
import { type Loader, loadFile } from "../load/loader.ts";

export interface KeyValue {
  readonly key: string;
  /** Text where the value is UTF-8, bytes otherwise. */
  readonly value: string | Uint8Array;
  readonly at: Place;
}

/** A source as it stands in the kustomization, with its place. */
export interface SourceEntry {
  readonly text: string;
  readonly at: Place;
}

export interface KeyValueSources {
  readonly envs: readonly SourceEntry[];
  readonly literals: readonly SourceEntry[];
  readonly files: readonly SourceEntry[];
}

/**
 * Reads all sources, in kustomize's order; a key that comes twice is an error at the second.
 *
 * Source: kustomize api/kv
 */
export function readKeyValues(
  sources: KeyValueSources,
  loader: Loader,
  context: BuildContext,
): readonly KeyValue[] {
  const all = [
    ...sources.envs.flatMap((entry) => readEnvFile(entry, loader, context)),
    ...sources.literals.flatMap((entry) => readLiteral(entry, context)),
    ...sources.files.map((entry) => readFileSource(entry, loader, context)),
  ];
  const seen = new Map<string, KeyValue>();
  for (const pair of all) {
    const first = seen.get(pair.key);
    if (first) {
      context.collector.report("generator/invalid", `the key \`${pair.key}\` is generated twice`, {
        at: pair.at,
        notes: [{ message: "it comes from here first", at: first.at }],
        help: "remove one of them, or give one another key",
      });
    } else seen.set(pair.key, pair);
  }
  return [...seen.values()];
}

function readLiteral({ text, at }: SourceEntry, context: BuildContext): KeyValue[] {
  const equals = text.indexOf("=");
  if (equals <= 0) {
    context.collector.report("generator/invalid", "the entry is not of the form key=value", { at });
    return [];
  }
  return [{ key: text.slice(0, equals), value: withoutQuotes(text.slice(equals + 1)), at }];
}

function withoutQuotes(text: string): string {
  const quote = text[0];
  const quoted = text.length >= 2 && (quote === '"' || quote === "'") && text.endsWith(quote);
  return quoted ? text.slice(1, -1) : text;
}

function readFileSource({ text, at }: SourceEntry, loader: Loader, context: BuildContext): KeyValue {
  const { key, path } = splitFileSource(text, at, context);
  const file = loadFile(loader, path, at, context);
  const text8 = utf8Text(file.bytes);
  return {
    key,
    value: text8 ?? file.bytes,
    at: file.source && text8 !== undefined ? { source: file.source, at: 0 } : at,
  };
}

function splitFileSource(text: string, at: Place, context: BuildContext): { key: string; path: string } {
  const equals = text.indexOf("=");
  if (equals < 0) return { key: posix.basename(text), path: text };
  const key = text.slice(0, equals);
  const path = text.slice(equals + 1);
  if (key !== "" && path !== "" && !path.includes("=")) return { key, path };
  return context.collector.halt(
    "generator/invalid",
    `\`${text}\` is neither a path nor of the form key=path`,
    {
      at,
      help: "neither the key nor the path may be empty or contain `=`",
    },
  );
}

function readEnvFile(entry: SourceEntry, loader: Loader, context: BuildContext): KeyValue[] {
  const file = loadFile(loader, entry.text, entry.at, context);
  const text = utf8Text(file.bytes);
  if (text === undefined) {
    return context.collector.halt("generator/invalid", `the env file \`${entry.text}\` is not UTF-8 text`, {
      at: entry.at,
    });
  }
  const result: KeyValue[] = [];
  let start = 0;
  for (const raw of text.split("\n")) {
    const line = (start === 0 ? raw.replace(/^\uFEFF/, "") : raw).replace(/\r$/, "");
    const content = line.replace(goSpaces, "");
    const at: Place = file.source ? { source: file.source, at: start + raw.indexOf(content) } : entry.at;
    if (isTooLong(raw)) {
      context.collector.report("generator/lost-lines", "kustomize drops this line and all that follow", {
        at,
        help: "a line of an env file must be shorter than 64 KiB; put the value into a file and list that under `files`",
      });
      break;
    }
    start += raw.length + 1;
    if (content === "" || content.startsWith("#")) continue;
    const equals = content.indexOf("=");
    const key = equals < 0 ? content : content.slice(0, equals);
    if (key !== "") result.push({ key, value: equals < 0 ? "" : content.slice(equals + 1), at });
  }
  return result;
}

/** As many bytes as Go's bufio.Scanner takes for a line, its end included. */
const longestLineBytes = 64 * 1024;

function isTooLong(line: string): boolean {
  return line.length * 3 >= longestLineBytes && Buffer.byteLength(line) >= longestLineBytes;
}

// What Go's unicode.IsSpace takes for leading space.
const goSpaces = /^[\t\n\v\f\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/u;

function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
