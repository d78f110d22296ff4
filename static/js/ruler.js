// The ruler of the settings: two lines around what is being read; it follows the finger, the mouse
// and the focus, and lets every press through.
(() => {
  if (!document.documentElement.classList.contains("ruler-on")) return;
  const ruler = document.createElement("div");
  ruler.className = "ruler";
  ruler.setAttribute("aria-hidden", "true");
  const follow = (y) => { ruler.style.top = `${Math.max(0, y - ruler.offsetHeight / 2)}px`; };
  document.body.append(ruler);
  follow(innerHeight / 3);
  addEventListener("pointerdown", (at) => follow(at.clientY), { passive: true });
  addEventListener("pointermove", (at) => follow(at.clientY), { passive: true });
  addEventListener("focusin", ({ target }) => {
    const { top, height } = target.getBoundingClientRect();
    follow(top + height / 2);
  });
})();
