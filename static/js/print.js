// "Imprimer": the button does what the menu of the browser does, so it shows only where it can.
(() => {
  const press = document.querySelector("[data-print]");
  if (!press || !window.print) return;
  press.addEventListener("click", () => window.print());
  press.hidden = false;
})();
