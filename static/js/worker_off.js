// The worker that takes itself away: what was kept goes at once, and it too, once nothing waits.
(() => {
  const leave = async () => {
    const cache = await caches.open("waiting");
    for (const place of await cache.keys()) {
      const { state, url, body, key, phone } = await (await cache.match(place)).json();
      if (state === "sent" || state === "refused") continue;
      const headers = { "content-type": "application/x-www-form-urlencoded", "idempotency-key": key, "x-phone": phone };
      const answer = await fetch(url, { method: "POST", body, headers });
      if (answer.status < 500 && !/\/connexion\b/.test(answer.headers.get("x-to"))) await cache.delete(place);
      else return;
    }
    await registration.unregister();
  };
  const tried = (event) => event.waitUntil(leave().catch(() => {}));
  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== "waiting") await caches.delete(name);
    await leave().catch(() => {});
  })()));
  addEventListener("sync", tried);
  addEventListener("fetch", (event) => { if (event.request.mode === "navigate") tried(event); });
})();
