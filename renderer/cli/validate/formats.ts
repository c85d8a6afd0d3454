// The formats in which a validation can be reported; apart from the reporters, which only a report needs.
export const validationFormats = ["text", "json", "github", "sarif", "junit", "markdown"] as const;
export type ValidationFormat = (typeof validationFormats)[number];
