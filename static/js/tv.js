// A remote control or a keyboard alone: on a wide screen without touch, or with ?ecran=tele, the
// arrows move the focus in the order of reading, and the page moves where there is text to read.
(() => {
  const root = document.documentElement;
  const wide = matchMedia("(min-width: 60em) and (hover: none)").matches && !navigator.maxTouchPoints;
  if (!root.classList.contains("screen-tv") && !wide) return;
  const PRESSED = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const near = 8; // pixels by which things of one row may differ
  const folded = (one) => one.closest("details:not([open]) > :not(summary)");
  const shown = (one) => !one.disabled && one.type !== "hidden" && !folded(one) && one.getClientRects().length > 0;
  const all = () => [...document.querySelectorAll(PRESSED)].filter(shown);
  const box = (one) => (one.closest("label") || one).getBoundingClientRect();
  const typed = (one) => one.matches("textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=file])");

  // One row down or up in the order of reading: there, what stands closest under or above.
  const row = (list, at, step) => {
    const from = box(list[at]);
    const away = (one) => (step > 0 ? box(one).top - from.bottom : from.top - box(one).bottom) >= -near;
    const others = step > 0 ? list.slice(at + 1) : list.slice(0, at).reverse();
    const first = others.find(away);
    if (!first) return others[0];
    const middle = (one) => Math.abs(box(one).left + box(one).width / 2 - from.left - from.width / 2);
    const same = others.filter((one) => away(one) && Math.abs(box(one).top - box(first).top) < near);
    return same.reduce((best, one) => (middle(one) < middle(best) ? one : best));
  };

  const move = (step, rows) => {
    const list = all();
    const at = list.indexOf(document.activeElement);
    const main = document.querySelector("main");
    const next = at < 0 ? list.find((one) => main.contains(one)) : rows ? row(list, at, step) : list[at + step];
    if (!next) return;
    const { top, bottom } = box(next);
    const page = innerHeight;
    if (rows && at >= 0 && (step > 0 ? top > page * 1.2 : bottom < -page * .2)) { // words in between
      scrollBy(0, step * page * .7);
      return;
    }
    next.focus({ preventScroll: true });
    if (top < page * .1 || bottom > page * .85) scrollBy(0, top - page * .4);
  };

  addEventListener("keydown", (press) => {
    if (press.ctrlKey || press.altKey || press.metaKey || press.shiftKey || press.defaultPrevented) return;
    const one = document.activeElement;
    const ltr = root.dir !== "rtl";
    const ways = { ArrowDown: [1, true], ArrowUp: [-1, true], ArrowRight: [ltr ? 1 : -1, false], ArrowLeft: [ltr ? -1 : 1, false] };
    const way = ways[press.key];
    if (press.key === "Enter" && one.matches("input[type=radio], input[type=checkbox]")) {
      one.click();
    } else if (!way || (one.matches("textarea, select") || (!way[1] && typed(one) && one.value))) {
      return;
    } else {
      move(...way);
    }
    press.preventDefault();
  });
})();
