// What a credential looks like, and what a name says that stands for one.

/** A private key with its first line: what only speaks of keys, such as a script, has no line of base64 after the header. */
const privateKey =
  /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\[nr]){1,4}[A-Za-z0-9+/]/;

/** The forms in which well-known keys are given out; each is bounded, so that a search is linear. */
const forms: readonly (readonly [what: string, form: RegExp])[] = [
  ["a private key", privateKey],
  ["an access key of AWS", /\b(?:AKIA|ASIA)(?![A-Z2-7]{9}EXAMPLE)[A-Z2-7]{16}\b/],
  ["a token of GitHub", /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{82})\b/],
  ["a token of GitLab", /\bglpat-[A-Za-z0-9_-]{20}\b/],
  ["a token of Slack", /\bxox[abeprs]-\d{8,14}-[A-Za-z0-9-]{16,80}\b/],
  ["a key of Google", /\bAIza[A-Za-z0-9_-]{35}\b/],
  ["a live key of Stripe", /\b[sr]k_live_[A-Za-z0-9]{20,100}\b/],
  ["a token of npm", /\bnpm_[A-Za-z0-9]{36}\b/],
  ["a signed token", /\beyJ[A-Za-z0-9_-]{15,1000}\.eyJ[A-Za-z0-9_-]{15,1000}\.[A-Za-z0-9_-]{20,1000}/],
];

/** What all of them begin with, so that most texts are searched once. */
const beginnings = /PRIVATE KEY|AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox|AIza|k_live_|npm_|eyJ/;

/** Which well-known credential a text holds. */
export function credentialIn(text: string): string | undefined {
  if (text.length < 20 || !beginnings.test(text)) return undefined;
  return forms.find(([, form]) => form.test(text))?.[0];
}

export function hasPrivateKey(text: string): boolean {
  return privateKey.test(text);
}

/** Names of what is secret; what tells where it is to be found ends otherwise (_FILE, _PATH, _NAME). */
const secretName =
  /(?:passwords?|passwd|passphrase)$|(?:^|[_.-])(?:pass|pwd|secret|token|api_?key|secret_?key|private_?key|access_?key|client_?secret|credentials?)$/i;

export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** Words that stand for a value, switches, paths, and variables that are put in elsewhere. */
const noSecret =
  /^(?:|x|true|false|yes|no|on|off|none|null|disabled|enabled|un-?used|not-?used|dummy|fake|placeholder|public|\d{1,3}|[./~].*|file:.*|.*[$<{%]\W?[\w({<].*)$/i;

/** Whether a text under the name of a secret can be one. */
export function mayBeSecret(text: string): boolean {
  return !text.includes("\n") && !noSecret.test(text);
}

/** `amqp://user:password@host` as a whole value. */
const urlWithPassword = /^[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@]{0,100}:([^\s/@]{1,200})@/i;

export function isUrlWithPassword(text: string): boolean {
  const password = urlWithPassword.exec(text)?.[1];
  return password !== undefined && mayBeSecret(password);
}
