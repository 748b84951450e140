// Nodes are built, never parsed from text: nothing in a resume or an answer can become markup.

/** An element; attributes that are functions listen, those that are false or undefined are left out. */
export const h = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
};

const SVG = "http://www.w3.org/2000/svg";

/** Drawn in strokes on 24 by 24. */
export const ICONS = {
  ask: "M4 5h16v11H11l-4 4v-4H4zM8 9h8M8 12h5",
  close: "M6 6l12 12M18 6L6 18",
  clear: "M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6",
  send: "M12 19V5M6 11l6-6 6 6",
  stop: "M7 7h10v10H7z",
};

export const icon = (name) => {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS(SVG, "path"));
  svg.firstChild.setAttribute("d", ICONS[name]);
  return svg;
};
