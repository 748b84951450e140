// Words as they can be compared: what a site's Markdown did to them, and what it left, look the same.

const WORD = /[\p{L}\p{N}]/u;

/**
 * The letters and digits of a character, plain and in lower case; "" for all others.
 *
 * Typography (curly quotes, dashes, ellipses, spaces that do not break, soft hyphens) and markup that
 * one side shows and the other does not are no letters, so they cannot differ.
 */
export const fold = (character) => {
  if (character < "\x80") return /[a-z0-9]/i.test(character) ? character.toLowerCase() : "";
  // Taken apart, an accent stands for itself, and a ligature is its letters.
  return [...character.normalize("NFKD").toLowerCase()].filter((part) => WORD.test(part)).join("");
};

/** The words of a text, each folded; what has no letter or digit is none. */
export const words = (text) =>
  text
    .split(/\s+/)
    .map((word) => [...word].map(fold).join(""))
    .filter(Boolean);
