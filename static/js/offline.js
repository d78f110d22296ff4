// On every page: the worker that keeps it, what waits to be sent, and what this page cost.
(() => {
  const worker = window.caches && navigator.serviceWorker;
  const by = (id) => document.getElementById(id);
  addEventListener("load", () => setTimeout(() => {
    const loaded = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const bytes = loaded.reduce((sum, one) => sum + (one.transferSize || 0), 0);
    by("cost").textContent = by("cost").textContent.replace("{}", Math.ceil(bytes / 1000));
    by("cost").hidden = false;
    if (!worker) return;
    const known = worker.controller;
    worker.register("/service-worker.js").then(() => worker.ready).then((ready) => {
      if (!known) ready.active.postMessage({ seen: location.href });
    }).catch(() => {}); // without it, everything still works with a network
  }));
  if (!worker) return;
  const count = () => caches.open("waiting").then((cache) => cache.keys()).then((keys) => { by("waiting").hidden = !keys.length; });
  count();
  worker.addEventListener("message", () => (/\/sans-reseau$/.test(location.pathname) ? location.reload() : count()));
  addEventListener("online", () => { if (worker.controller) worker.controller.postMessage("waiting"); });
  // A part of a page that cannot come: its whole page says why.
  document.addEventListener("htmx:sendError", (event) => { location.href = event.detail.pathInfo.requestPath; });
})();
