// Colours that can be read, whatever accent the owner chose.

/** Contrast of text: https://www.w3.org/TR/WCAG22/#contrast-minimum, with a little to spare. */
const READABLE = 4.6;
/** White on a slightly darker accent looks better than black on the very accent; up to here. */
const DARKER = 0.2;
const WHITE = [255, 255, 255];
const BLACK = [0, 0, 0];

/** [red, green, blue] of a CSS colour; undefined for what is none or has no such form. */
const parsed = (colour) => {
  const pen = document.createElement("canvas").getContext("2d");
  if (!colour || !pen || !CSS.supports("color", colour)) return undefined;
  pen.fillStyle = colour;
  return /^#(..)(..)(..)$/.exec(pen.fillStyle)?.slice(1).map((part) => parseInt(part, 16));
};

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = (colour) => {
  const [red, green, blue] = colour.map((part) =>
    part <= 10 ? part / 3295 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

export const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const mixed = (colour, other, share) => colour.map((part, i) => Math.round(part + (other[i] - part) * share));

/** The colour, moved towards another by as little as makes it readable on a ground; or undefined. */
const readable = (colour, towards, ground, most = 1) => {
  for (let share = 0; share <= most; share += 0.04) {
    const shade = mixed(colour, towards, share);
    if (contrast(shade, ground) >= READABLE) return shade;
  }
  return undefined;
};

/**
 * What an accent makes of a theme: `fill` with text `on` it, and `ink`, the accent as text on `grounds`.
 *
 * Whatever the colour, either black or white has a contrast of 4.58 or more on it.
 */
export const shades = (accent, dark, grounds, fallback) => {
  const colour = parsed(accent) ?? parsed(fallback);
  const fill = readable(colour, BLACK, WHITE, DARKER);
  const ink = grounds.reduce((shade, each) => readable(shade, dark ? WHITE : BLACK, each) ?? shade, colour);
  const css = (parts) => `rgb(${parts})`;
  return { fill: css(fill ?? colour), on: css(fill ? WHITE : BLACK), ink: css(ink) };
};
