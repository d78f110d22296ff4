// On every page: the worker that keeps it, what waits to be sent, and what this page cost.
(() => {
  const worker = navigator.serviceWorker;
  const cost = document.getElementById("cost");
  addEventListener("load", () => setTimeout(() => {
    const loaded = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const bytes = loaded.reduce((sum, one) => sum + (one.transferSize || 0), 0);
    cost.textContent = cost.textContent.replace("{}", Math.ceil(bytes / 1000));
    cost.hidden = false;
    if (!worker || !window.caches) return;
    try { if (localStorage.getItem("keep") === "no") return; } catch (none) { /* nothing was said */ }
    const known = worker.controller;
    worker.register("/service-worker.js").then(() => worker.ready).then((ready) => {
      if (!known) ready.active.postMessage({ seen: location.href });
    }).catch(() => {}); // without it, everything still works with a network
  }));
  if (!worker || !window.caches) return;
  const waiting = document.getElementById("waiting");
  const count = () => caches.has("waiting")
    .then((any) => (any ? caches.open("waiting").then((cache) => cache.keys()) : []))
    .then((keys) => { waiting.hidden = !keys.length; });
  count();
  worker.addEventListener("message", count);
  addEventListener("online", () => { if (worker.controller) worker.controller.postMessage("waiting"); });
  // A part of a page that cannot come: its whole page says why.
  document.addEventListener("htmx:sendError", (event) => { location.href = event.detail.pathInfo.requestPath; });
})();
