// The worker that takes itself away: what it kept goes, what waits to be sent stays for the page.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== "waiting") await caches.delete(name);
  await registration.unregister();
})()));
