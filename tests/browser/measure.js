// Measurements made inside a page. Each function answers a list of faults, in words.

const PRESSED = "a[href], button, input:not([type=hidden]), select, textarea, summary";
const BLACK = [0, 0, 0, 1];
const name = (node) => node.outerHTML.replace(/\s+/g, " ").slice(0, 140);
const shown = (node) => {
  const box = node.getBoundingClientRect();
  const seen = node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  return box.width > 1 && box.height > 1 && seen && !clippedAbove(node);
};

// Words for screen readers alone stand in a box of one pixel.
function clippedAbove(node) {
  for (let at = node; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    const clipped = style.overflow === "hidden" || style.clip !== "auto" || style.clipPath !== "none";
    if (clipped && (box.width <= 1 || box.height <= 1)) return true;
  }
  return false;
}

// Colours: any CSS colour becomes red, green, blue and opacity by drawing it.
const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const known = new Map();
function rgba(colour) {
  if (!known.has(colour)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    known.set(colour, [r, g, b, a / 255]);
  }
  return known.get(colour);
}

const over = (top, under) => {
  const mixed = [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3]));
  return [...mixed, 1];
};

function luminance([r, g, b]) {
  const line = (part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * line(r) + 0.7152 * line(g) + 0.0722 * line(b);
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

// What lies behind an element: its own ground and those around it, composed.
function ground(node) {
  if (!node) return rgba(getComputedStyle(document.documentElement).colorScheme === "dark" ? "#121212" : "#fff");
  const style = getComputedStyle(node);
  const own = rgba(style.backgroundColor);
  if (own[3] === 1) return own;
  const under = node === document.documentElement
    ? rgba(matchMedia("(prefers-color-scheme: dark)").matches ? "#121212" : "#fff")
    : ground(node.parentElement);
  return over(own, under);
}

function opacityOf(node) {
  let opacity = 1;
  for (let at = node; at; at = at.parentElement) opacity *= parseFloat(getComputedStyle(at).opacity);
  return opacity;
}

function textContrasts(least) {
  const faults = new Set();
  const tell = (node, colour, what) => {
    const behind = ground(node);
    const top = [...colour.slice(0, 3), colour[3] * opacityOf(node)];
    const found = contrast(over(top, behind), behind);
    if (found < least) faults.add(`${what} ${found.toFixed(2)}:1 ${name(node)}`);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || node.closest("svg, script, style, option") || !shown(node)) continue;
    if (getComputedStyle(node).backgroundImage !== "none") faults.add(`text on an image ${name(node)}`);
    tell(node, rgba(getComputedStyle(node).color), "text");
  }
  for (const node of document.querySelectorAll("input, textarea, select")) {
    if (!shown(node) || ["radio", "checkbox"].includes(node.type)) continue;
    tell(node, rgba(getComputedStyle(node).color), "typed text");
    if (node.placeholder) tell(node, rgba(getComputedStyle(node, "::placeholder").color), "placeholder");
  }
  return [...faults];
}

// A link that is text alone shows itself by its text; everything else shows its outline.
function edgeContrasts(least) {
  const faults = [];
  for (const control of document.querySelectorAll(PRESSED)) {
    const node = area(control);
    if (!shown(node) || ["radio", "checkbox"].includes(node.type)) continue;
    const style = getComputedStyle(node);
    const outside = ground(node.parentElement);
    const inside = ground(node);
    const drawn = parseFloat(style.borderBottomWidth) > 0 && style.borderBottomStyle !== "none"
      && rgba(style.borderBottomColor)[3] > 0;
    const filled = contrast(inside, outside) > 1.02;
    if (!drawn && !filled) continue;
    const edge = drawn ? contrast(over(rgba(style.borderBottomColor), outside), outside) : 0;
    const found = Math.max(edge, filled ? contrast(inside, outside) : 0);
    if (found < least) faults.push(`edge ${found.toFixed(2)}:1 ${name(node)}`);
  }
  return faults;
}

// What a finger can press: a label with its button, or the card that a link is stretched over.
function area(control) {
  if (["radio", "checkbox"].includes(control.type)) {
    return control.closest("label") || document.querySelector(`label[for="${control.id}"]`) || control;
  }
  for (const part of ["::after", "::before"]) {
    const style = getComputedStyle(control, part);
    const stretched = style.content !== "none" && style.position === "absolute"
      && ["top", "right", "bottom", "left"].every((side) => parseFloat(style[side]) <= 0);
    if (stretched && getComputedStyle(control).position === "static") return containing(control);
  }
  return control;
}

function containing(node) {
  let at = node.parentElement;
  while (at.parentElement && getComputedStyle(at).position === "static") at = at.parentElement;
  return at;
}

function targets(least, apart) {
  const faults = [];
  const areas = [...new Set([...document.querySelectorAll(PRESSED)].map(area))].filter(shown);
  const boxes = areas.map((node) => [node, node.getBoundingClientRect()]);
  for (const [node, box] of boxes) {
    if (box.width < least - 0.5 || box.height < least - 0.5) {
      faults.push(`${Math.round(box.width)} × ${Math.round(box.height)} px ${name(node)}`);
    }
  }
  boxes.forEach(([one, box], at) => {
    for (const [other, next] of boxes.slice(at + 1)) {
      const gap = Math.max(
        next.left - box.right, box.left - next.right, next.top - box.bottom, box.top - next.bottom,
      );
      const nested = one.contains(other) || other.contains(one);
      if (gap < apart - 0.5 && !nested) {
        faults.push(`${gap.toFixed(1)} px between ${name(one)} and ${name(other)}`);
      } else if (nested) {
        faults.push(`one in the other: ${name(one)} and ${name(other)}`);
      }
    }
  });
  return faults;
}

function overflows() {
  const faults = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) {
    faults.push(`the page is ${document.documentElement.scrollWidth} px wide on ${width}`);
    for (const node of document.body.querySelectorAll("*")) {
      const box = node.getBoundingClientRect();
      if (shown(node) && (box.right > width + 1 || box.left < -1)) faults.push(`too wide: ${name(node)}`);
    }
  }
  for (const node of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(node);
    const cuts = ["hidden", "clip", "scroll", "auto"];
    const moves = node.matches(".needs"); // the one row that a finger moves: its links come into sight with the focus
    const cut = (!moves && cuts.includes(style.overflowX) && node.scrollWidth > node.clientWidth + 1)
      || (cuts.includes(style.overflowY) && node.scrollHeight > node.clientHeight + 1);
    if (cut && shown(node) && !node.closest("svg, textarea, select") && node.innerText) {
      faults.push(`cut: ${name(node)}`);
    }
  }
  return faults.slice(0, 12);
}

// Titles in which a word goes on in the next line; after a hyphen it may.
function brokenWords(within = "h1, h2, h3") {
  const faults = [];
  for (const title of document.querySelectorAll(within)) {
    // Long joined words may be cut at their hyphen; short ones, such as "est-ce", not in an h1.
    const words = title.tagName === "H1"
      ? /[^\s\u00a0-]{1,5}-[^\s\u00a0-]{1,4}(?![^\s\u00a0])|[^\s\u00a0-]+/g
      : /[^\s\u00a0-]+/g;
    const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.closest(".vh")) continue; // for screen readers alone
      for (const word of walker.currentNode.data.matchAll(words)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, word.index);
        range.setEnd(walker.currentNode, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        if (lines.size > 1) faults.push(`${word[0]}: ${name(title)}`);
      }
    }
  }
  return faults;
}

function fixedParts() {
  const places = ["fixed", "sticky", "-webkit-sticky"];
  return [...document.body.querySelectorAll("*")]
    .filter((node) => places.includes(getComputedStyle(node).position) && shown(node))
    .map((node) => `stays on the screen: ${name(node)}`);
}

// The keyboard.
function place(node) {
  const index = [...document.querySelectorAll(PRESSED)].indexOf(node);
  return `${index}: ${name(node)}`;
}

function reachable() {
  const groups = new Set();
  return [...document.querySelectorAll(PRESSED)].filter((node) => {
    if (node.tabIndex < 0 || node.disabled || !node.checkVisibility()) return false;
    if (node.type !== "radio") return true;
    if (groups.has(node.name)) return false; // one stop for a group: its chosen or its first
    const chosen = document.querySelector(`input[name="${node.name}"]:checked`);
    if (chosen && chosen !== node) return false;
    groups.add(node.name);
    return true;
  }).map(place);
}

function focusState() {
  const node = document.activeElement;
  if (!node || node === document.body || node === document.documentElement) return null;
  const faults = [];
  const box = area(node).getBoundingClientRect();
  const own = node.getBoundingClientRect();
  const [x, y] = [own.left + own.width / 2, own.top + Math.min(own.height / 2, 20)];
  const hit = document.elementFromPoint(x, y);
  const around = area(node);
  // A browser brings the line where one writes into sight, not the whole of a large field.
  const written = node.tagName === "TEXTAREA" ? Math.min(own.height, 48) : own.height;
  if (own.top + written > innerHeight + 4 && own.height < innerHeight) faults.push(`below the screen: ${name(node)}`);
  if (own.top < -4 && own.height < innerHeight) faults.push(`above the screen: ${name(node)}`);
  if (!hit || !(around.contains(hit) || hit.contains(node))) {
    faults.push(`covered by ${hit ? name(hit) : "nothing"}: ${name(node)}`);
  }
  for (const part of document.querySelectorAll("*")) {
    const style = getComputedStyle(part);
    if (!["fixed", "sticky", "-webkit-sticky"].includes(style.position) || part.contains(node)) continue;
    const bar = part.getBoundingClientRect();
    const covered = Math.min(box.bottom, bar.bottom) - Math.max(box.top, bar.top);
    const beside = Math.min(box.right, bar.right) - Math.max(box.left, bar.left);
    if (covered > 1 && beside > 1 && box.height < innerHeight - bar.height) {
      faults.push(`${Math.round(covered)} px under the bar: ${name(node)}`);
    }
  }
  if (!isMarked(node)) faults.push(`focus cannot be seen: ${name(node)}`);
  return { place: place(node), faults };
}

function isMarked(node) {
  const label = document.querySelector(`label[for="${node.id}"]`);
  const around = [node, node.parentElement, node.parentElement.parentElement, label, area(node)];
  for (const at of around.filter(Boolean)) {
    for (const part of [null, "::after", "::before"]) {
      const style = getComputedStyle(at, part);
      if (part && style.content === "none") continue;
      if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) return true;
    }
  }
  return false;
}
