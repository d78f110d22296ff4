// The page without network: what waits to be sent, the pages that are kept, the room that they take.
(() => {
  const by = (id) => document.getElementById(id);
  const { pathname, hash } = location;
  if (!pathname.endsWith("/sans-reseau")) { // in the place of a page that cannot come
    by("missing").hidden = false;
    by("missing").querySelector("a").href = location.href;
    by("ask").hidden = !pathname.endsWith("/interesse");
  }
  if (hash === "#rien") by("rien").hidden = false;
  if (!window.caches) return;

  const titleOf = (text) => {
    const box = document.createElement("textarea"); // reads what HTML writes with signs of its own
    box.innerHTML = /<title>([^]*?)( ·|<)/.exec(text)[1];
    return box.value;
  };
  const all = async (name) => {
    const cache = await caches.open(name);
    const found = await Promise.all((await cache.keys()).map((key) => cache.match(key, { ignoreVary: true })
      .then((answer) => ({ cache, key, answer, size: Number(answer.headers.get("x-size")) }))));
    return found.reverse(); // the newest first
  };
  const added = (list, model) => {
    list.append(by(model).content.cloneNode(true));
    return list.lastElementChild;
  };

  const kept = async () => {
    const found = (await Promise.all(["own", "pages", "files", "shell"].map(all))).flat();
    by("room").hidden = false;
    by("size").textContent = Math.ceil(found.reduce((sum, { size }) => sum + size, 0) / 1000);
    const pages = found.filter(({ answer }) => answer.headers.get("x-keep") && /html/.test(answer.headers.get("content-type")));
    const texts = await Promise.all(pages.map(({ answer }) => answer.text()));
    const list = by("kept");
    list.textContent = "";
    pages.forEach(({ key, answer }, at) => {
      const link = added(list, "page").firstChild;
      const seen = new Date(Number(answer.headers.get("x-seen")));
      link.href = key.url;
      link.textContent = titleOf(texts[at]) + " · " + seen.toLocaleString(by("seen").dataset.lang, { dateStyle: "short", timeStyle: "short" });
    });
  };

  const draw = async () => {
    const items = await all("waiting");
    const told = await Promise.all(items.map(({ answer }) => answer.json()));
    const list = by("list");
    by("nothing").hidden = items.length > 0;
    list.textContent = "";
    items.forEach(({ cache, key }, at) => {
      const item = told[at];
      const { state = "wait", url, label, why, body, to } = item;
      const card = added(list, "one");
      const [title, says, words, go] = card.querySelectorAll("h3, p, a");
      const [send, remove] = card.querySelectorAll("button");
      const drop = () => cache.delete(key).then(draw);
      title.textContent = label;
      says.textContent = list.dataset[state] + (why ? ` ${why}.` : "");
      if (!/^shared/.test(item.phone)) words.textContent = [...new URLSearchParams(body)].filter(([name]) => name[0] !== "_").map(([, text]) => text).join(" · ");
      go.href = to || url;
      go.hidden = state === "wait" || (state === "sent" && !to);
      send.hidden = state !== "wait" && state !== "door";
      remove.addEventListener("click", drop);
      // Sent by the page itself, with the same key: so it leaves where the worker is gone, too.
      send.addEventListener("click", () => fetch(url, {
        method: "POST",
        body: new URLSearchParams(body),
        headers: { "idempotency-key": item.key, "x-phone": item.phone },
      }).then((said) => {
        const led = said.headers.get("x-to") || url;
        if (said.ok && !/\/connexion\b/.test(led)) drop();
        location.href = led;
      }).catch(() => { says.textContent = list.dataset.wait; }));
    });
  };

  by("room").addEventListener("click", async (press) => {
    const { value } = press.target.closest("button") || {};
    if (!value) return;
    for (const name of await caches.keys()) if (name !== "waiting" && (value === "stop" || name !== "shell")) await caches.delete(name);
    if (value === "stop") {
      try { localStorage.setItem("keep", "no"); } catch (none) { /* then until the next page */ }
      for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
    }
    kept();
  });
  navigator.serviceWorker.addEventListener("message", draw);
  draw();
  kept();
  const offer = /^.*\/offres\/\w+/.exec(pathname);
  if (offer) { // which offer this is, where it was read before
    caches.match(offer[0], { ignoreVary: true, ignoreSearch: true }).then((found) => found && found.text()).then((text) => {
      if (!text) return;
      by("which").textContent = titleOf(text);
      by("ask").elements[0].value += "\u00a0: " + titleOf(text);
    });
  }
})();
